package greenlight.app.cli;

import greenlight.app.cli.console.Console;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands, each with the console that it prints on. */
final class CommandFactory implements IFactory {
    private final Console console;

    CommandFactory(Console console) {
        this.console = console;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Optional<Constructor<?>> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(each -> List.of(each.getParameterTypes()).equals(List.of(Console.class)))
                .findFirst();
        if (constructor.isPresent()) {
            return type.cast(constructor.get().newInstance(console));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
