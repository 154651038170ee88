package greenlight.app.posterior;

import greenlight.app.posterior.SequentialCalibration.Plan;
import greenlight.app.prior.PriorTable;
import greenlight.runner.csv.BadTable;
import greenlight.runner.format.WholeFile;
import greenlight.runner.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** The folder of a calibration: its plan, and the journal of its evaluations. One that was stopped goes on from there. */
public final class CalibrationFolder {
    private static final String PLAN = "plan.txt";
    private static final String JOURNAL = "evaluations.csv";

    private final Path folder;
    private final Target target;

    /** The folder of a calibration to the record. */
    public CalibrationFolder(Path folder) {
        this(folder, Target.record());
    }

    /** The folder of a calibration to any target. */
    public CalibrationFolder(Path folder, Target target) {
        this.folder = folder;
        this.target = target;
    }

    /** Whether a calibration was begun there. */
    public boolean begun() {
        return Files.exists(folder.resolve(PLAN));
    }

    /**
     * In what a plan or its model differs from what was begun there: the first line of either that is not in the other; empty where it
     * is the same.
     */
    public String difference(Model model, Plan plan) throws IOException {
        List<String> was = Files.readAllLines(folder.resolve(PLAN));
        List<String> is = text(model, plan).lines().toList();
        for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
            String before = i < was.size() ? was.get(i) : "";
            String now = i < is.size() ? is.get(i) : "";
            if (!before.equals(now)) {
                return before + " there, " + now + " here";
            }
        }
        return "";
    }

    /** How many evaluations are noted there; one more where a kill left half a line. */
    public int noted() throws IOException {
        Path file = folder.resolve(JOURNAL);
        if (!begun() || !Files.exists(file)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.skip(1).count();
        }
    }

    /** Forgets what was begun there. */
    public void clear() throws IOException {
        Files.deleteIfExists(folder.resolve(PLAN));
        Files.deleteIfExists(folder.resolve(JOURNAL));
    }

    private String text(Model model, Plan plan) {
        StringBuilder text = new StringBuilder(plan.text(model)).append(target.text());
        PriorTable.priors()
                .forEach(prior -> text.append("prior ")
                        .append(prior.parameter().key())
                        .append(": ")
                        .append(prior.shape().key())
                        .append(' ')
                        .append(prior.low())
                        .append(' ')
                        .append(prior.high())
                        .append('\n'));
        return text.toString();
    }

    /**
     * Runs a calibration to its end, from where it was left.
     *
     * @param threads runs at once
     * @param done is given the number of runs so far
     */
    public SequentialCalibration run(Model model, Plan plan, int threads, IntConsumer done)
            throws IOException, BadTable, InterruptedException {
        SequentialCalibration calibration = new SequentialCalibration(model, plan, new PriorSpace(PriorTable.priors()), target);
        Path file = folder.resolve(JOURNAL);
        List<Evaluation> known = new ArrayList<>();
        EvaluationJournal journal;
        if (begun() && Files.exists(file)) {
            journal = EvaluationJournal.resume(file, known);
        } else {
            WholeFile.write(folder.resolve(PLAN), text(model, plan));
            journal = EvaluationJournal.begin(file);
        }
        calibration.run(known, journal, threads, done);
        return calibration;
    }
}
