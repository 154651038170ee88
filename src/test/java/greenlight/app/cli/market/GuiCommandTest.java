package greenlight.app.cli.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import greenlight.app.cli.GuiSession;
import greenlight.app.cli.Main;
import greenlight.app.cli.Said;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuiCommandTest {
    private static final long MINUTES = 4;
    /** An all but empty screen has a handful. */
    private static final int COLOURS = 200;

    @TempDir
    private Path folder;

    @Tag("slow")
    @Test
    void theWindowsPlayToTheHorizonAndKeepWhatRunWrites() throws Exception {
        Process screen = screen();
        try (BufferedReader said = screen.inputReader()) {
            String display = ":" + said.readLine();
            // a seed of more than the 32 bits that MASON's console shows
            List<String> world = List.of("--seed", "81985529216486895", "--set", "quarters=9", "--set", "users=3000");
            Path tables = folder.resolve("gui");
            Path picture = folder.resolve("screen.png");
            List<String> arguments = new ArrayList<>(List.of("-Djava.awt.headless=false", GuiSession.class.getName()));
            arguments.addAll(
                    List.of(tables.toString(), picture.toString(), "gui", "--play", "--out", tables.toString()));
            arguments.addAll(world);
            Path session = folder.resolve("session.txt");
            Process desk = java(arguments, Map.of("DISPLAY", display), session);
            assertThat(desk.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(session))
                    .contains(
                            "window: Studios, vendors, investors",
                            "window: Users by vendor",
                            "window: Daily video loss",
                            "window: Exuberance",
                            "window: Cases",
                            "window: Investors by exuberance");
            assertThat(desk.exitValue()).isZero();

            List<String> run = new ArrayList<>(
                    List.of("run", "--out", folder.resolve("run").toString()));
            run.addAll(world);
            assertThat(Said.by(run.toArray(new String[0])).code()).isZero();
            try (var kept = Files.list(tables)) {
                List<Path> runs = kept.toList();
                assertThat(runs).hasSize(1);
                for (String table : List.of("quarters.csv", "events.csv", "runs.csv")) {
                    assertThat(runs.get(0).resolve(table))
                            .hasSameBinaryContentAs(folder.resolve("run").resolve(table));
                }
            }
            assertThat(colours(ImageIO.read(picture.toFile()))).isGreaterThan(COLOURS);
        } finally {
            screen.destroy();
        }
    }

    /** A virtual display that chooses its own number, and says it. */
    private static Process screen() {
        try {
            return new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1680x1050x24")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notInstalled) {
            return abort("There is no Xvfb here, so no window can be opened: apt-get install xvfb fonts-dejavu-core");
        }
    }

    private static long colours(BufferedImage picture) {
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .distinct()
                .count();
    }

    @Test
    void withoutAWindowNoClassOfSwingIsLoaded() throws Exception {
        String run = folder.resolve("run").toString();
        String sweep = folder.resolve("sweep").toString();
        Path experiment = Files.writeString(
                folder.resolve("few.yaml"), "name: few\nreplications: 2\nset: {users: 500, quarters: 3}\n");
        for (List<String> command : List.of(
                List.of("run", "--quarters", "3", "--users", "500", "--out", run),
                List.of("sweep", experiment.toString(), "--out", sweep))) {
            Path loaded = folder.resolve(command.get(0) + ".log");
            List<String> arguments =
                    new ArrayList<>(List.of("-Xlog:class+load=info:file=" + loaded + ":none", Main.class.getName()));
            arguments.addAll(command);
            Process process = java(arguments, Map.of(), folder.resolve("said.txt"));
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
            String classes = Files.readString(loaded);
            assertThat(classes).contains("greenlight.market.Market ", "sim.engine.SimState ");
            assertThat(classes.lines())
                    .noneMatch(line -> line.startsWith("javax.swing.")
                            || line.startsWith("java.awt.Component")
                            || line.startsWith("sim.display.")
                            || line.startsWith("org.jfree.")
                            || line.startsWith("greenlight.app.desktop.Desktop "));
        }
    }

    /** Another Java with the class path of this one, and options for a quick start. */
    private static Process java(List<String> arguments, Map<String, String> environment, Path said) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.util.prefs.userRoot=" + said.resolveSibling("preferences")));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("DISPLAY");
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    }
}
