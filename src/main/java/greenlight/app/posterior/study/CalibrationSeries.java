package greenlight.app.posterior.study;

import greenlight.app.posterior.CalibrationFolder;
import greenlight.app.posterior.SequentialCalibration;
import greenlight.app.posterior.SequentialCalibration.Plan;
import greenlight.app.posterior.Target;
import greenlight.runner.csv.BadTable;
import greenlight.runner.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Calibrations that a study compares, one after the other, each in a folder of its own: what was stopped goes on from there. */
public final class CalibrationSeries {
    /**
     * One of them.
     *
     * @param name of its folder
     */
    public record Case(String name, Plan plan, Target target) {}

    /**
     * Takes a finished calibration.
     *
     * @param <R> what is made of it
     */
    @FunctionalInterface
    public interface Use<R> {
        /** What is made of the calibration of a case. */
        R of(int number, SequentialCalibration calibration) throws InterruptedException;
    }

    private final Model model;
    private final Path work;
    private final List<Case> cases;

    /** A series in a folder. */
    public CalibrationSeries(Model model, Path work, List<Case> cases) {
        this.model = model;
        this.work = work;
        this.cases = List.copyOf(cases);
    }

    /** The calibrations, in their order. */
    public List<Case> cases() {
        return cases;
    }

    private CalibrationFolder folder(Case one) {
        return new CalibrationFolder(work.resolve(one.name()), one.target());
    }

    /** Whether one of them was begun. */
    public boolean begun() {
        return cases.stream().anyMatch(one -> folder(one).begun());
    }

    /** In what the first that differs from what was begun there does so, with its name; empty where none does. */
    public String difference() throws IOException {
        for (Case one : cases) {
            String difference = folder(one).begun() ? folder(one).difference(model, one.plan()) : "";
            if (!difference.isEmpty()) {
                return one.name() + ": " + difference;
            }
        }
        return "";
    }

    /** Forgets what was begun. */
    public void clear() throws IOException {
        for (Case one : cases) {
            folder(one).clear();
        }
    }

    /** How many runs all of them make at most. */
    public int mostRuns() {
        return cases.stream()
                .mapToInt(one -> one.plan().evaluations() * one.plan().runs())
                .sum();
    }

    /** How many of {@link #mostRuns} were made before: all of a calibration after which another was begun. */
    public int madeRuns() throws IOException {
        int made = 0;
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            boolean passed = i + 1 < cases.size() && folder(cases.get(i + 1)).begun();
            made += (passed ? one.plan().evaluations() : folder(one).noted()) * one.plan().runs();
        }
        return made;
    }

    /**
     * Runs all to their ends.
     *
     * @param threads runs at once; what comes out is the same
     * @param done is given the number of runs so far, those that a calibration did not need counted as done
     * @return what was made of each, in their order
     */
    public <R> List<R> run(int threads, IntConsumer done, Use<R> use)
            throws IOException, BadTable, InterruptedException {
        List<R> results = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            int base = before;
            SequentialCalibration calibration =
                    folder(one).run(model, one.plan(), threads, runs -> done.accept(base + runs));
            results.add(use.of(i, calibration));
            before += one.plan().evaluations() * one.plan().runs();
            done.accept(before);
        }
        return results;
    }
}
