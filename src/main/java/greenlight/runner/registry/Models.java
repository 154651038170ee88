package greenlight.runner.registry;

import greenlight.runner.model.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
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
     * The digest that a model's build wrote into a text file beside its classes: in the same jar or folder, for other
     * models may have a file of that name, too.
     *
     * @param model a class of the model
     * @param resource the file's path from the root of the jar, such as {@code models.digest}
     * @return its text without blanks at its ends; {@link Model#UNKNOWN} when there is no such file
     */
    public static String digest(Class<? extends Model> model, String resource) {
        CodeSource source = model.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Model.UNKNOWN;
        }
        String home = source.getLocation().toString();
        try {
            for (URL file : Collections.list(model.getClassLoader().getResources(resource))) {
                if (file.toString().equals(home + resource)
                        || file.toString().equals("jar:" + home + "!/" + resource)) {
                    try (InputStream in = file.openStream()) {
                        return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
                    }
                }
            }
            return Model.UNKNOWN;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
