package greenlight.runner.results;

import greenlight.runner.results.Layout.Table;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Shard;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands beside the tables of a sweep, so that others can read them and know where they come from. */
public final class Provenance {
    private Provenance() {}

    /**
     * The files to write beside a sweep's tables, by name: {@code datapackage.json}, which is the same for equal
     * experiments by equal programs, and {@code ro-crate-metadata.json}, which tells of this one execution.
     *
     * @param shard which shard of the experiment the tables hold
     * @param written the finished files, by name; {@code experiment.yaml}, {@code timings.csv} and every table of the
     *     experiment must be among them; of given points that are judged, those by which they are judged may be
     * @param models digests of the states of the model that made the runs, in the order in which they came to work
     */
    public static Map<String, byte[]> of(
            Experiment experiment,
            Shard shard,
            Map<String, Fingerprint> written,
            Software software,
            List<String> models,
            Execution execution) {
        List<Table> tables = new ArrayList<>(Layout.of(experiment));
        JudgedTables.ofPoints(experiment).stream()
                .filter(table -> written.containsKey(table.name() + ".csv"))
                .forEach(tables::add);
        return texts(experiment, shard, tables, written, software, models, execution);
    }

    /**
     * The same beside the tables of a search.
     *
     * @param runs the experiments at the points whose runs each of its tables of runs holds, by file; that without an
     *     agreement only where parties bargain
     * @param written the finished files, by name: the experiment, what it encloses, every table of the search
     */
    public static Map<String, byte[]> ofSearch(
            Experiment experiment,
            Map<String, Experiment> runs,
            Map<String, Fingerprint> written,
            Execution execution) {
        List<String> models = List.of(experiment.model().digest());
        return texts(
                experiment,
                Shard.WHOLE,
                JudgedTables.ofSearch(experiment, runs),
                written,
                Software.here(),
                models,
                execution);
    }

    private static Map<String, byte[]> texts(
            Experiment experiment,
            Shard shard,
            List<Table> tables,
            Map<String, Fingerprint> written,
            Software software,
            List<String> models,
            Execution execution) {
        Map<String, Fingerprint> files = new LinkedHashMap<>(written);
        byte[] described = DataPackage.text(experiment, shard, tables, files, software, models)
                .getBytes(StandardCharsets.UTF_8);
        files.put(ResultFiles.DATA_PACKAGE, Fingerprint.of(described));
        byte[] crate = RunCrate.text(experiment, tables, files, software, models, execution)
                .getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> texts = new LinkedHashMap<>();
        texts.put(ResultFiles.DATA_PACKAGE, described);
        texts.put(ResultFiles.RUN_CRATE, crate);
        return texts;
    }
}
