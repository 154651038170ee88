package greenlight.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A launcher for shell lines of the documents: it starts the classes under test, where the real one would build a jar. */
public final class StandInLauncher {
    private StandInLauncher() {}

    /** Writes {@code greenlight} into a folder, with options for a quick start. */
    public static void into(Path folder, String classPath) throws IOException {
        Path launcher = Files.writeString(
                folder.resolve("greenlight"),
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + classPath + "' " + Main.class.getName()
                        + " \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
