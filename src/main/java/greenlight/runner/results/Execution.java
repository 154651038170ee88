package greenlight.runner.results;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a sweep went on one machine: all that two equal sweeps may differ in.
 *
 * @param command as it could be given again
 * @param java name and version of the Java that ran it
 * @param system name, version and architecture of the operating system
 * @param threads at work in all
 * @param ok runs that ended well
 * @param failed runs that did not
 */
public record Execution(
        String command, String java, String system, int threads, Instant start, Instant end, int ok, int failed) {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    /** An execution by the Java and on the machine that this runs on. */
    public static Execution here(String command, int threads, Instant start, Instant end, int ok, int failed) {
        String java = System.getProperty("java.runtime.name") + " " + System.getProperty("java.runtime.version");
        String system = System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch");
        return new Execution(command, java, system, threads, start, end, ok, failed);
    }

    /** Words of a command as a shell reads them: those that need it in single quotes. */
    public static String command(String program, List<String> arguments) {
        return program
                + arguments.stream()
                        .map(word ->
                                " " + (PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'"))
                        .collect(Collectors.joining());
    }
}
