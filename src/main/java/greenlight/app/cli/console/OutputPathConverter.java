package greenlight.app.cli.console;

import greenlight.runner.format.FileName;
import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;

/** Reads the path of a file or folder that is written; a name that Windows cannot hold is refused everywhere. */
public final class OutputPathConverter extends PathConverter {
    @Override
    public Path convert(String given) {
        Path path = super.convert(given);
        for (Path name : path) {
            if (FileName.isReserved(name.toString())) {
                throw new TypeConversionException(
                        "is " + given + "; allowed is a name that Windows does not reserve, as it does " + name + ".");
            }
        }
        return path;
    }
}
