package greenlight.runner.registry;

import greenlight.runner.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The models on the class path, each a provider of {@link Model} in the sense of {@link ServiceLoader}. */
public final class Models {
    private Models() {}

    /**
     * Every model on the class path of a class loader, in the order of the class path.
     *
     * @throws IllegalArgumentException in one sentence, when a provider cannot be loaded or two have one name
     */
    public static List<Model> on(ClassLoader classPath) {
        List<Model> models = new ArrayList<>();
        try {
            for (Model model : ServiceLoader.load(Model.class, classPath)) {
                for (Model other : models) {
                    if (other.name().equals(model.name())) {
                        throw new IllegalArgumentException("Two models on the class path have the name " + model.name()
                                + ": " + other.getClass().getName() + " and "
                                + model.getClass().getName() + ".");
                    }
                }
                models.add(model);
            }
        } catch (ServiceConfigurationError broken) {
            throw new IllegalArgumentException(
                    "A model on the class path cannot be loaded: " + broken.getMessage() + ".", broken);
        }
        return models;
    }

    /**
     * The digest that a model's build wrote into a text file beside its classes.
     *
     * @param model a class of the model, by whose class loader the file is found
     * @param resource the file's path, from {@code /}
     * @return its text without blanks at its ends; {@link Model#UNKNOWN} when there is no such file
     */
    public static String digest(Class<? extends Model> model, String resource) {
        try (InputStream in = model.getResourceAsStream(resource)) {
            return in == null ? Model.UNKNOWN : new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
