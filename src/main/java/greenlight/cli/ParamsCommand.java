package greenlight.cli;

import greenlight.experiment.Nearest;
import greenlight.parameter.Dial;
import greenlight.parameter.Parameter;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists the dials: what each is, what it may be, and how its default is known. */
@Command(
        name = "params",
        description =
                "Lists every dial: its id, default, unit, range, mechanism, meaning, and how the default is known.",
        footer = {
            "",
            "Examples:",
            "  ./greenlight params",
            "  ./greenlight params novelty_half_life",
            "  ./greenlight params --group litigation",
            "  ./greenlight params --format csv > dials.csv"
        })
final class ParamsCommand implements Callable<Integer> {
    private static final List<String> COLUMNS =
            List.of("id", "unit", "default", "from", "to", "group", "known", "meaning", "source");
    private static final int ID = 24;
    private static final double LARGE = 10_000;
    private static final int FIGURES = 46;

    @ParentCommand
    private Main main;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "One dial, in full.")
    private String id;

    @Option(names = "--group", paramLabel = "NAME", description = "Only the dials of this group.")
    private String group;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (as it stands), markdown, csv or json.")
    private String format = "table";

    @Override
    public Integer call() throws Exception {
        Asked asked = new Asked();
        Listing.Format as = asked.oneOf("--format", format, Listing.Format.class);
        List<String> groups =
                Parameter.table().stream().map(Parameter::group).distinct().toList();
        if (group != null) {
            asked.oneOf("group", group, groups);
        }
        asked.check();
        List<Parameter> dials = Parameter.table().stream()
                .filter(dial -> id == null || dial.key().equals(id))
                .filter(dial -> group == null || dial.group().equals(group))
                .toList();
        if (dials.isEmpty()) {
            throw new Refusal(noDial());
        }
        if (as == Listing.Format.TABLE) {
            print(dials, main.out);
        } else {
            new Listing(COLUMNS, dials.stream().map(ParamsCommand::row).toList()).print(as, main.out);
        }
        return 0;
    }

    private String noDial() {
        List<String> keys = Parameter.table().stream().map(Parameter::key).toList();
        if (keys.contains(id)) {
            return id + " is not in the group " + group + " but in "
                    + Parameter.of(id).group() + ".";
        }
        return "There is no dial " + id
                + Nearest.to(id, keys)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; ./greenlight params lists all.");
    }

    private static List<String> row(Parameter dial) {
        boolean on = dial.kind() == Dial.Kind.SWITCH;
        return List.of(
                dial.key(),
                dial.unit(),
                dial.text(dial.standard()),
                on ? "" : dial.text(dial.from()),
                on ? "" : dial.text(dial.to()),
                dial.group(),
                known(dial),
                dial.meaning(),
                dial.source());
    }

    private static String known(Parameter dial) {
        return dial.known().name().toLowerCase(Locale.ROOT);
    }

    private void print(List<Parameter> dials, PrintStream out) {
        String heading = "";
        for (Parameter dial : dials) {
            if (!dial.group().equals(heading)) {
                out.println((heading.isEmpty() ? "" : "\n") + dial.group());
                heading = dial.group();
            }
            boolean on = dial.kind() == Dial.Kind.SWITCH;
            String figures = figure(dial, dial.standard())
                    + (on
                            ? "  (on or off)"
                            : " " + dial.unit() + "  (" + figure(dial, dial.from()) + " to " + figure(dial, dial.to())
                                    + ")");
            out.println("  " + Text.padded(dial.key(), ID) + Text.padded(figures, FIGURES) + "  " + known(dial));
            out.println(Text.hung("      ", dial.meaning()));
            if (id != null) {
                full(dial, out);
            }
        }
        if (id == null) {
            out.println();
            out.println(Text.hung(
                    "",
                    "How a default is known: measured by a source; estimated within what sources say; assumed; a lever that"
                            + " somebody in the market may pull; a control of the experimenter. ./greenlight params ID"
                            + " shows one dial with its source."));
        }
    }

    /** As it is set, but for commas in what is large. */
    private static String figure(Parameter dial, double value) {
        boolean large = value == Math.rint(value) && Math.abs(value) >= LARGE;
        return large ? Text.grouped((long) value) : dial.text(value);
    }

    private static void full(Parameter dial, PrintStream out) {
        List<String> lines = new ArrayList<>();
        if (dial.kind() == Dial.Kind.INTEGER) {
            lines.add("a whole number");
        }
        if (dial.scale() == Dial.Scale.LOG) {
            lines.add("walked on a logarithmic scale");
        }
        lines.add("source: " + dial.source());
        lines.forEach(line -> out.println(Text.hung("      ", line)));
        String other = dial.text(dial.kind() == Dial.Kind.SWITCH ? 0 : dial.standard());
        out.println("      set it: ./greenlight run --set " + dial.key() + "=" + other);
    }
}
