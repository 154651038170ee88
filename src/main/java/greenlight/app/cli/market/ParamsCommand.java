package greenlight.app.cli.market;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.Listing;
import greenlight.app.cli.console.ListingOption;
import greenlight.app.cli.console.ModelOption;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.UsageError;
import greenlight.app.prior.ParameterPrior;
import greenlight.app.prior.PriorTable;
import greenlight.runner.format.SpellingSuggestion;
import greenlight.runner.format.Text;
import greenlight.runner.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the parameters: what each is, what it may be, how its default is known, and what else is plausible. */
@Command(
        name = "params",
        description =
                "Lists every parameter: its id, default, unit, range, mechanism, meaning, how the default is known, and,"
                        + " where it is uncertain, its plausible range.",
        footer = {
            "",
            "Examples:",
            "  ./greenlight params",
            "  ./greenlight params novelty_half_life",
            "  ./greenlight params --group litigation",
            "  ./greenlight params --format csv > parameters.csv"
        })
public final class ParamsCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of(
            "id",
            "unit",
            "default",
            "from",
            "to",
            "group",
            "known",
            "meaning",
            "source",
            "plausible_low",
            "plausible_high",
            "prior_shape",
            "prior_basis");
    private static final int ID = 24;
    private static final double LARGE = 10_000;
    private static final int FIGURES = 46;
    private static final int KNOWN = 11;

    private final Console console;

    @Mixin
    private ListingOption listing;

    @Mixin
    private ModelOption model = new ModelOption();

    @Parameters(arity = "0..1", paramLabel = "ID", description = "One parameter, in full.")
    private String id;

    @Option(names = "--group", paramLabel = "NAME", description = "Only the parameters of this group.")
    private String group;

    public ParamsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        Listing.Format as = listing.format(errors);
        List<? extends Parameter> all = model.model().parameters();
        List<String> groups = all.stream().map(Parameter::group).distinct().toList();
        if (group != null) {
            errors.oneOf("group", group, groups);
        }
        errors.check();
        List<? extends Parameter> parameters = all.stream()
                .filter(parameter -> id == null || parameter.key().equals(id))
                .filter(parameter -> group == null || parameter.group().equals(group))
                .toList();
        if (parameters.isEmpty()) {
            throw new UsageError(noParameter(all));
        }
        if (as == Listing.Format.TABLE) {
            print(parameters);
        } else {
            new Listing(COLUMNS, parameters.stream().map(ParamsCommand::row).toList()).print(as, console);
        }
        return 0;
    }

    private String noParameter(List<? extends Parameter> all) {
        List<String> keys = all.stream().map(Parameter::key).toList();
        if (keys.contains(id)) {
            return id + " is not in the group " + group + " but in "
                    + all.get(keys.indexOf(id)).group() + ".";
        }
        return "There is no parameter " + id + SpellingSuggestion.hint(id, keys, "; ./greenlight params lists all.");
    }

    private static List<String> row(Parameter parameter) {
        boolean on = parameter.kind() == Parameter.Kind.SWITCH;
        Optional<ParameterPrior> prior = PriorTable.of(parameter);
        return List.of(
                parameter.key(),
                parameter.unit(),
                parameter.text(parameter.defaultValue()),
                on ? "" : parameter.text(parameter.from()),
                on ? "" : parameter.text(parameter.to()),
                parameter.group(),
                known(parameter),
                parameter.meaning(),
                parameter.source(),
                prior.map(plausible -> parameter.text(plausible.low())).orElse(""),
                prior.map(plausible -> parameter.text(plausible.high())).orElse(""),
                prior.map(plausible -> plausible.shape().key()).orElse(""),
                prior.map(ParameterPrior::basis).orElse(""));
    }

    private static String known(Parameter parameter) {
        return parameter.basis().name().toLowerCase(Locale.ROOT);
    }

    private void print(List<? extends Parameter> parameters) {
        String heading = "";
        for (Parameter parameter : parameters) {
            if (!parameter.group().equals(heading)) {
                console.out().println((heading.isEmpty() ? "" : "\n") + parameter.group());
                heading = parameter.group();
            }
            boolean on = parameter.kind() == Parameter.Kind.SWITCH;
            String figures = figure(parameter, parameter.defaultValue())
                    + (on
                            ? "  (on or off)"
                            : " " + parameter.unit() + "  (" + figure(parameter, parameter.from()) + " to "
                                    + figure(parameter, parameter.to()) + ")");
            String key = "  " + Text.padded(parameter.key(), ID);
            int wide = Math.min(FIGURES, console.width() - key.length() - KNOWN);
            if (figures.length() > wide) {
                console.paragraph(key, figures + ", " + known(parameter));
            } else {
                console.out().println(key + Text.padded(figures, wide) + "  " + known(parameter));
            }
            console.paragraph("      ", parameter.meaning());
            PriorTable.of(parameter).ifPresent(prior -> console.paragraph("      ", plausible(prior)));
            if (id != null) {
                full(parameter);
            }
        }
        if (id == null) {
            console.out().println();
            console.paragraph(
                    "",
                    "How a default is known: measured by a source; estimated within what sources say; assumed; a lever that"
                            + " an agent of the model may pull; a control of the experimenter. ./greenlight params ID"
                            + " shows one parameter with its source.");
        }
    }

    private static String plausible(ParameterPrior prior) {
        return "plausible: " + figure(prior.parameter(), prior.low()) + " to " + figure(prior.parameter(), prior.high())
                + ", " + prior.shape().key();
    }

    /** As it is set, but for commas in what is large. */
    private static String figure(Parameter parameter, double value) {
        boolean large = value == Math.rint(value) && Math.abs(value) >= LARGE;
        return large ? Text.grouped((long) value) : parameter.text(value);
    }

    private void full(Parameter parameter) {
        List<String> lines = new ArrayList<>();
        if (parameter.kind() == Parameter.Kind.INTEGER) {
            lines.add("a whole number");
        }
        if (parameter.scale() == Parameter.Scale.LOG) {
            lines.add("walked on a logarithmic scale");
        }
        lines.add("source: " + parameter.source());
        PriorTable.of(parameter).ifPresent(prior -> lines.add("basis of what is plausible: " + prior.basis()));
        lines.forEach(line -> console.paragraph("      ", line));
        String other = parameter.text(parameter.kind() == Parameter.Kind.SWITCH ? 0 : parameter.defaultValue());
        console.out()
                .println(
                        model.isMarket()
                                ? "      set it: ./greenlight run --set " + parameter.key() + "=" + other
                                : "      set it in an experiment file: set: {" + parameter.key() + ": " + other + "}");
    }
}
