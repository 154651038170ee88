package greenlight.runner.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Folders of results that no sweep wrote. */
final class MadeUp {
    static final Lifetime LIFETIME = new Lifetime(
            "lives",
            "How long a marriage lasts",
            "From wedding to divorce.",
            Set.of("wedding"),
            Set.of("divorce"),
            Set.of());

    static final Subject SUBJECT = new Subject(
            List.of(),
            List.of(LIFETIME),
            new Subject.Flows(
                    Set.of("dowry"), "Dowries are left out.", "the first", Optional.empty(), List.of("farmers")));

    private MadeUp() {}

    /** Two factors with three and two levels, eight replications, one run in thirty failed; quarters, events and payments. */
    static Path factorial(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder runs = new StringBuilder("run_id,point,replication,seed,dose,soil,status,error,won,yield\n");
        StringBuilder quarters = new StringBuilder("run_id,quarter,label,entity,kind,height,weeds\n");
        StringBuilder events = new StringBuilder("run_id,quarter,label,event,who,whom,amount,cause\n");
        StringBuilder ledger =
                new StringBuilder("run_id,quarter,label,payer,payer_sector,payee,payee_sector,purpose,payment\n");
        SplittableRandom random = new SplittableRandom(1);
        int run = 0;
        for (int point = 0; point < 6; point++) {
            for (int replication = 0; replication < 8; replication++) {
                double dose = new double[] {0, 10, 20}[point / 2];
                boolean clay = point % 2 == 1;
                double luck = random.nextDouble();
                String id = String.format(Locale.ROOT, "r%03d", run++);
                String head =
                        id + "," + point + "," + replication + "," + (100 + replication) + "," + dose + "," + clay;
                if (run % 30 == 0) {
                    runs.append(head).append(",failed,\"the <pump> broke, \"\"twice\"\"\",,\n");
                    continue;
                }
                double yield = 1e6 * (5 + dose + (clay ? 3 * dose : 0) + luck);
                runs.append(head)
                        .append(",ok,,")
                        .append(luck + dose / 25 > 0.8)
                        .append(',')
                        .append(yield)
                        .append('\n');
                for (int quarter = 0; quarter < 6; quarter++) {
                    String when = id + "," + quarter + ",2030Q" + (quarter + 1);
                    quarters.append(when)
                            .append(",field,field,")
                            .append(quarter * (dose + luck))
                            .append(',');
                    quarters.append(random.nextInt(9)).append('\n');
                    quarters.append(when).append(",hedge,other,1.0,2\n");
                }
                for (String paid : List.of(
                        "0,2030Q1,Ann,farmers,Bob,farmers,dowry,1000000.0",
                        "1,2030Q2,Bob,farmers,\"Smith, Sons\",traders,seed,300.0",
                        "2,2030Q3,\"Smith, Sons\",traders,Ann,farmers,harvest,900.0",
                        "2,2030Q3,world,world,\"Smith, Sons\",traders,harvest,90000.0")) {
                    ledger.append(id).append(',').append(paid).append('\n');
                }
                events.append(id).append(",0,2030Q1,wedding,Ann,Bob,,\n");
                if (luck > 0.4) {
                    events.append(id)
                            .append(",")
                            .append(1 + random.nextInt(4))
                            .append(",2030Q3,divorce,Bob,Ann,,\"x, y\"\n");
                }
            }
        }
        Files.writeString(folder.resolve("runs.csv"), runs);
        Files.writeString(folder.resolve("quarters.csv"), quarters);
        Files.writeString(folder.resolve("events.csv"), events);
        Files.writeString(folder.resolve("ledger.csv"), ledger);
        Files.writeString(folder.resolve("experiment.yaml"), "name: field\ntitle: Does \"it\" <grow>?\n");
        Files.writeString(folder.resolve("datapackage.json"), """
                {"experiment": {"name": "field", "title": "Does \\"it\\" <grow>?", "scenario": "farm", "points": 6,
                  "replications": 8, "runs": 48, "seed": 7, "set": {"rain": 3}, "design": {"type": "factorial"}},
                 "model": {"name": "field", "version": "1"},
                 "software": {"name": "Spade", "version": "2", "commit": "abc123"},
                 "resources": [{"name": "runs", "path": "runs.csv", "schema": {"fields": [
                   {"name": "dose", "type": "number", "unit": "kg", "description": "fertiliser", "role": "factor",
                    "known": "lever", "default": "10"},
                   {"name": "soil", "type": "boolean", "description": "clay & loam", "role": "factor", "known": "assumed"},
                   {"name": "won", "type": "boolean", "description": "a prize was won", "role": "measure"},
                   {"name": "yield", "type": "number", "unit": "USD", "description": "of the field", "role": "measure"}
                 ]}},
                 {"name": "quarters", "schema": {"fields": [
                   {"name": "quarter", "role": "time", "unit": "quarters"}, {"name": "label", "role": "time_label"},
                   {"name": "entity", "role": "entity"}, {"name": "height", "role": "reading"},
                   {"name": "weeds", "role": "reading"}]}},
                 {"name": "events", "schema": {"fields": [
                   {"name": "quarter", "role": "time", "unit": "quarters"}, {"name": "event", "role": "event"},
                   {"name": "who", "role": "source"}, {"name": "whom", "role": "target"}]}},
                 {"name": "ledger", "schema": {"fields": [
                   {"name": "quarter", "role": "time", "unit": "quarters"},
                   {"name": "payer", "role": "source"}, {"name": "payer_sector", "role": "source_kind"},
                   {"name": "payee", "role": "target"}, {"name": "payee_sector", "role": "target_kind"},
                   {"name": "purpose", "role": "purpose"}, {"name": "payment", "role": "amount"}]}}]}
                """);
        return folder;
    }
}
