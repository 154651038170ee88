package greenlight.app.cli;

import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import sim.display.Console;

/**
 * Somebody at the desk: opens the windows, waits for the tables of the run, takes a picture of the screen, and closes the
 * console. Its arguments are a folder for the tables, a file for the picture, then the command's.
 */
public final class GuiSession {
    private static final long SECONDS = 120;

    private GuiSession() {}

    public static void main(String[] arguments) throws Exception {
        Path tables = Path.of(arguments[0]);
        Path picture = Path.of(arguments[1]);
        Thread hand = new Thread(() -> use(tables, picture));
        hand.setDaemon(true);
        hand.start();
        List<String> command = Arrays.asList(arguments).subList(2, arguments.length);
        System.exit(Said.by(command.toArray(new String[0])).code());
    }

    private static void use(Path tables, Path picture) {
        try {
            for (long left = SECONDS * 10; left > 0 && !written(tables); left--) {
                Thread.sleep(100);
            }
            // what the last quarter draws
            SwingUtilities.invokeAndWait(() -> {});
            Thread.sleep(1500);
            Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
            ImageIO.write(new Robot().createScreenCapture(screen), "png", picture.toFile());
            for (Frame frame : Frame.getFrames()) {
                if (frame.isVisible()) {
                    System.out.println("window: " + frame.getTitle());
                }
            }
            for (Frame frame : Frame.getFrames()) {
                if (frame instanceof Console) {
                    SwingUtilities.invokeLater(
                            () -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING)));
                }
            }
        } catch (Exception failed) {
            failed.printStackTrace();
            System.exit(99);
        }
    }

    /** Whether a folder holds a run whose last table is there. */
    static boolean written(Path tables) throws Exception {
        if (!Files.isDirectory(tables)) {
            return false;
        }
        try (var runs = Files.list(tables)) {
            return runs.anyMatch(run -> Files.exists(run.resolve("runs.csv")));
        }
    }
}
