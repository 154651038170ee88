package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class CommandsTest {
    private static final Pattern NAME = Pattern.compile("`([a-z]+)[^`]*`");

    /** The first column of the README's table of commands. */
    @Test
    void theReadmeListsEveryCommandAndNoOther() throws IOException {
        List<String> commands = Main.COMMANDS.stream().map(CommandsTest::name).toList();
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

    @Test
    void aCommandIsMadeAloneAndAllOfThemWhereNoneIsNamed() {
        for (Class<? extends Callable<Integer>> command : Main.COMMANDS) {
            assertThat(Main.named(List.of(name(command), "--help"))).isEqualTo(List.of(command));
        }
        assertThat(Main.named(List.of("--help"))).isEqualTo(Main.COMMANDS);
        assertThat(Main.named(List.of("sweeep"))).isEqualTo(Main.COMMANDS);
        assertThat(Main.named(List.of())).isEqualTo(Main.COMMANDS);
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }
}
