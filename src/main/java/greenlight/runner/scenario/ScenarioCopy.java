package greenlight.runner.scenario;

import greenlight.runner.format.FileFault;
import greenlight.runner.model.BadScenario;
import greenlight.runner.model.Model;
import greenlight.runner.model.ScenarioSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario of one's own as a model that read it has it.
 *
 * @param name among the model's scenarios
 */
public record ScenarioCopy(String name, Map<String, String> texts) implements ScenarioSource {
    /** A scenario of a model; empty for one that the model ships. */
    public static Optional<ScenarioCopy> of(Model model, String scenario) {
        Map<String, String> texts = model.files(scenario);
        return texts.isEmpty() ? Optional.empty() : Optional.of(new ScenarioCopy(scenario, texts));
    }

    /**
     * A model with the scenarios of which copies lie beside results.
     *
     * @throws BadScenario when a copy is not valid
     */
    public static Model beside(Path results, Model model) throws BadScenario {
        Path copies = results.resolve(ScenarioFiles.FOLDER);
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(copies)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(copies, Files::isDirectory)) {
                entries.forEach(folders::add);
            } catch (IOException unreadable) {
                throw new BadScenario(List.of(copies + ": cannot be read: " + FileFault.reason(unreadable) + "."));
            }
        }
        Collections.sort(folders);
        Model all = model;
        for (Path folder : folders) {
            all = all.with(ScenarioFiles.read(folder));
        }
        return all;
    }

    @Override
    public String place() {
        return name;
    }

    /** All of its rows are its own. */
    @Override
    public Optional<ScenarioSource> other(String path) {
        return Optional.empty();
    }
}
