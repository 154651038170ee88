package greenlight.app.cli;

import greenlight.app.cli.console.Console;
import greenlight.runner.format.Text;
import greenlight.runner.model.Model;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a command came to: its exit code, and what it said where. */
public record Said(int code, String out, String err) {
    /** Gives a command as a shell would. */
    public static Said by(String... arguments) {
        return through(UnaryOperator.identity(), arguments);
    }

    /** The same, with something between the command and the market. */
    public static Said through(UnaryOperator<Model> lens, String... arguments) {
        return on(Text.WIDTH, lens, arguments);
    }

    /** The same, with lines of a width. */
    public static Said on(int width, UnaryOperator<Model> lens, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                width,
                false,
                lens,
                List.of(arguments)));
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
