package greenlight.app.cli.console;

import greenlight.runner.format.FileName;
import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;

/** Reads the path of a file or folder that is written; a name that Windows cannot hold, or that is too long, is refused everywhere. */
public final class OutputPathConverter extends PathConverter {
    /** Letters of a long name that a message shows. */
    private static final int SHOWN = 40;

    @Override
    public Path convert(String given) {
        Path path = super.convert(given);
        for (Path name : path) {
            if (FileName.isReserved(name.toString())) {
                throw new TypeConversionException(
                        "is " + given + "; allowed is a name that Windows does not reserve, as it does " + name + ".");
            }
            if (FileName.isTooLong(name.toString())) {
                throw new TypeConversionException(
                        "has a name of more than " + FileName.LONGEST + " bytes, which no file system holds: "
                                + name.toString().substring(0, SHOWN) + "...");
            }
        }
        return path;
    }
}
