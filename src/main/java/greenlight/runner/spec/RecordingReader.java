package greenlight.runner.spec;

import greenlight.runner.model.Model;
import greenlight.runner.yaml.YamlDiagnostics;
import java.util.ArrayList;
import java.util.List;

/** Reads which tables an experiment records, and which readings in them. */
final class RecordingReader {
    /** Always written, so it may be named among the tables but does not change anything. */
    static final String RUNS = "runs";

    private final Model model;
    private final YamlDiagnostics page;

    RecordingReader(Model model, YamlDiagnostics page) {
        this.model = model;
        this.page = page;
    }

    /** The tables that are recorded. */
    List<String> tables(YamlDiagnostics.Item item) {
        List<String> names = new ArrayList<>(List.of(RUNS));
        model.tables().forEach(table -> names.add(table.name()));
        return page.words(item, "table", names);
    }

    /** The readings that their tables have. */
    List<String> readings(YamlDiagnostics.Item item) {
        return page.words(
                item,
                "reading",
                model.tables().stream()
                        .flatMap(table -> table.readings().stream())
                        .map(Model.Column::key)
                        .toList());
    }

    /** Readings are written only where a table that holds them is. */
    void checkRead(YamlDiagnostics.Item item, List<String> recorded) {
        List<String> with = model.tables().stream()
                .filter(table -> !table.readings().isEmpty())
                .map(Model.Table::name)
                .toList();
        if (!with.isEmpty() && with.stream().noneMatch(recorded::contains)) {
            page.complain(
                    item.key(), item.path(), "no table with readings is recorded; add " + with.get(0) + " to record.");
        }
    }
}
