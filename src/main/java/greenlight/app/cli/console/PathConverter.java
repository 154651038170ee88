package greenlight.app.cli.console;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the path of a file or folder; an empty one, such as an unset variable gives, is refused. */
public class PathConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String given) {
        if (given.isBlank()) {
            throw new TypeConversionException("is empty; allowed is a file or a folder (. is the current folder).");
        }
        try {
            return Path.of(given);
        } catch (InvalidPathException refused) {
            throw new TypeConversionException("is " + given
                    + ", which this system allows no file or folder to be named (" + refused.getReason() + ").");
        }
    }
}
