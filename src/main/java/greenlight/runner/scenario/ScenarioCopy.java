package greenlight.runner.scenario;

import greenlight.runner.format.FileFault;
import greenlight.runner.model.BadScenario;
import greenlight.runner.model.Model;
import greenlight.runner.model.ScenarioSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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

    /**
     * The copy that results keep of a scenario which is no longer where its path leads; empty where it is there, where the model
     * ships one of that name, and where there is no copy.
     *
     * @param word the path, or the name
     * @param folder from which the path leads
     */
    static Optional<Path> inPlaceOf(String word, Path folder, Path results, Model model) {
        try {
            Path path = folder.resolve(word).normalize();
            if (word.isBlank() || model.scenarios().contains(word) || Files.exists(path)) {
                return Optional.empty();
            }
            String name = model.nameOf(new ScenarioCopy(ScenarioFiles.name(path), Map.of()));
            return Optional.of(results.resolve(ScenarioFiles.FOLDER).resolve(name))
                    .filter(Files::isDirectory);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /**
     * Whether a model reads the same of the copy beside results as of its own scenario of that name; also where there is no copy.
     */
    public static boolean agrees(Path results, Model model, String scenario) {
        Path copy = results.resolve(ScenarioFiles.FOLDER).resolve(scenario);
        try {
            return !Files.isDirectory(copy)
                    || model.with(ScenarioFiles.read(copy)).identity(scenario).equals(model.identity(scenario));
        } catch (BadScenario edited) {
            return false;
        }
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
