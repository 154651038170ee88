package greenlight.app.cli.evidence;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.ThreadsOption;
import greenlight.app.posterior.SequentialCalibration.Plan;
import greenlight.app.posterior.study.HeadlineAnswers;
import greenlight.app.posterior.study.InfluenceStudy;
import greenlight.runner.csv.CsvTable;
import greenlight.runner.format.Text;
import greenlight.runner.format.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Calibrates without each pattern in turn, and with each target doubled in width: what hangs on which pattern. */
@Command(
        name = "influence",
        description = "Calibrates without each pattern in turn, and with each target doubled in width.",
        footer = {
            "",
            "Each pattern that is left out is predicted from the others. Six of the headline answers, as the command answers has them, are"
                    + " computed over each ensemble, that of the whole record and that of another seed among them"
                    + " (docs/calibration.md). Writes influence.csv. A study that was stopped goes on with --resume, to the same bytes.",
            "",
            "Examples:",
            "  ./greenlight influence",
            "  ./greenlight influence --particles 20 --evaluations 60 --users 100 --out results/tiny"
        })
public final class InfluenceCommand implements Callable<Integer> {
    private static final int WIDE = 16;
    private static final int NARROW = 13;
    private static final List<String> WORDS = List.of("change", "pattern");
    private static final List<String> NUMBERS =
            List.of("tolerance", "share", "whole_share", "closed", "guarantee_signed", "guarantee_life");

    private final Console console;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private StudyOptions options;

    @Option(
            names = "--again",
            paramLabel = "N",
            description = "Fresh runs of each setting of each ensemble; 10 when not given.")
    private String again = "10";

    public InfluenceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        int atOnce = threads.count(errors);
        int fresh = errors.count("--again", again);
        Plan plan = options.plan(console.model().scenarios().get(0), errors);
        Path work = options.work("influence-work");
        Path table = options.out("influence.csv");
        InfluenceStudy study = new InfluenceStudy(console.model(), plan, work);
        options.check(study.calibrations(), work, table);
        console.message("Calibrating " + study.calibrations().cases().size() + " times: at most "
                + Text.grouped(plan.evaluations()) + " settings each, " + Text.count(plan.runs(), "run")
                + " of each setting, noted in " + work);
        CsvTable influence = study.run(
                fresh,
                new HeadlineAnswers(console.model(), atOnce),
                atOnce,
                console.progress()
                        .counting(
                                study.calibrations().madeRuns(),
                                study.calibrations().mostRuns()));
        WholeFile.write(table, influence.text());
        print(influence);
        return 0;
    }

    private void print(CsvTable influence) {
        StringBuilder header = new StringBuilder();
        WORDS.forEach(column -> header.append(Text.padded(column, WIDE)));
        NUMBERS.forEach(column -> header.append(Text.right(column, width(column))));
        console.out().println(header);
        for (List<Object> row : influence.rows()) {
            StringBuilder line = new StringBuilder();
            WORDS.forEach(column ->
                    line.append(Text.padded((String) row.get(influence.header().indexOf(column)), WIDE)));
            for (String column : NUMBERS) {
                double value = (Double) row.get(influence.header().indexOf(column));
                line.append(Text.right(Double.isNaN(value) ? "" : Text.significant(value), width(column)));
            }
            console.out().println(line.toString().stripTrailing());
        }
    }

    private static int width(String column) {
        return Math.max(NARROW, column.length() + 2);
    }
}
