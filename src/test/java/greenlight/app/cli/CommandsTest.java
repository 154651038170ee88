package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class CommandsTest {
    private static final Pattern NAME = Pattern.compile("`([a-z]+)[^`]*`");

    /** The first column of the README's table of commands. */
    @Test
    void theReadmeListsEveryCommandAndNoOther() throws IOException {
        List<String> commands = Arrays.stream(
                        Main.class.getAnnotation(Command.class).subcommands())
                .map(command -> command.getAnnotation(Command.class).name())
                .toList();
        List<String> listed = Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.equals("## Commands"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> NAME.matcher(line.split("\\|", -1)[1]).results())
                .map(match -> match.group(1))
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(commands);
    }
}
