package greenlight.runner.run;

import greenlight.runner.model.Model;
import greenlight.runner.registry.Models;
import greenlight.runner.report.Report;
import greenlight.runner.report.Subject;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A program that has the runner and a model, and neither market nor commands: it sweeps, analyses and reports. */
public final class RunnerAlone {
    private RunnerAlone() {}

    /**
     * Sweeps an experiment file into a folder.
     *
     * @return the names of the models that it found
     */
    public static List<String> sweep(Path file, Path folder) throws Exception {
        List<Model> models = Models.on(RunnerAlone.class.getClassLoader());
        Experiment experiment = ExperimentReader.read(file, models);
        new Sweep(experiment).run(folder, 1, StartMode.FRESH, new Progress(Progress.Way.NONE, System.err));
        Subject.Flows noFlows = new Subject.Flows(Set.of(), "", "", Optional.empty(), List.of());
        Report.write(folder, new Subject(List.of(), List.of(), noFlows), runs -> {})
                .ifPresent(warning -> {
                    throw new IllegalStateException(warning);
                });
        return models.stream().map(Model::name).toList();
    }
}
