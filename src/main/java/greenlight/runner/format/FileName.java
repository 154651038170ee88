package greenlight.runner.format;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Which names a file or a folder may have on every system. */
public final class FileName {
    /** Devices of Windows (Microsoft, "Naming files, paths, and namespaces"); an ending makes no difference. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3]) *(\\..*)?");

    /** The longest name of a file or a folder, bytes in UTF-8; Windows and macOS count letters, and allow as many. */
    public static final int LONGEST = 255;

    private FileName() {}

    /** Whether a name is longer than a file system can hold. */
    public static boolean isTooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    /** Whether Windows keeps a name for a device, so that a file or a folder of that name cannot be made there. */
    public static boolean isReserved(String name) {
        return DEVICE.matcher(name).matches();
    }
}
