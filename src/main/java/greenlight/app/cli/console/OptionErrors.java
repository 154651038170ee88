package greenlight.app.cli.console;

import greenlight.runner.format.SpellingSuggestion;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.spec.Shard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of options, gathers a sentence about each that will not do, and refuses them all at once. */
public final class OptionErrors {
    private static final int MOST_THREADS = 1024;

    private final List<String> sentences = new ArrayList<>();

    /** How many threads or processors. */
    public int threads(String option, String given) {
        try {
            int threads = Integer.parseInt(given.strip());
            if (threads >= 1 && threads <= MOST_THREADS) {
                return threads;
            }
        } catch (NumberFormatException notWhole) {
            // a sentence below
        }
        sentences.add(option + " is " + given + "; allowed is a whole number from 1 to " + MOST_THREADS + ".");
        return 1;
    }

    /** A whole number from 1. */
    public int count(String option, String given) {
        if (given.strip().matches("\\d{1,9}") && Integer.parseInt(given.strip()) >= 1) {
            return Integer.parseInt(given.strip());
        }
        sentences.add(option + " is " + given + "; allowed is a whole number from 1.");
        return 1;
    }

    /** A word that must look like something, if it is given. */
    public void form(String option, String given, String regex, String allowed) {
        if (given != null && !given.matches(regex)) {
            sentences.add(option + " is " + given + "; allowed is " + allowed + ".");
        }
    }

    public long seed(String given) {
        try {
            return Long.parseLong(given.strip());
        } catch (NumberFormatException notWhole) {
            sentences.add("--seed is " + given + "; allowed is a whole number of 64 bits.");
            return 0;
        }
    }

    /** A shard of the runs, as {@code 3/8}. */
    public Shard shard(String given) {
        Matcher parts = Pattern.compile("(\\d{1,6})/(\\d{1,6})").matcher(given);
        if (parts.matches()) {
            int part = Integer.parseInt(parts.group(1));
            int of = Integer.parseInt(parts.group(2));
            if (part >= 1 && part <= of) {
                return new Shard(part, of);
            }
        }
        sentences.add("--shard is " + given + "; allowed is I/N with I from 1 to N, such as 3/8.");
        return Shard.WHOLE;
    }

    /** One of the constants of an enum, as written in lower case. */
    public <E extends Enum<E>> E oneOf(String option, String given, Class<E> words) {
        List<String> known = Arrays.stream(words.getEnumConstants())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();
        int place = known.indexOf(given.toLowerCase(Locale.ROOT));
        if (place < 0) {
            sentences.add(option + " is " + given + "; allowed is " + String.join(", ", known) + ".");
        }
        return words.getEnumConstants()[Math.max(0, place)];
    }

    /** A word that must be one of a list. */
    public String oneOf(String what, String given, List<String> known) {
        if (!known.contains(given)) {
            sentences.add("There is no " + what + " " + given + SpellingSuggestion.hint(given, known));
        }
        return given;
    }

    /** A word that must be one of a long list, with what is said where no known word is near. */
    public void oneOf(String what, String given, List<String> known, String otherwise) {
        if (!known.contains(given)) {
            sentences.add("There is no " + what + " " + given + SpellingSuggestion.hint(given, known, otherwise));
        }
    }

    /** Sets the parameter of {@code id=value} in {@code values}. */
    public void set(String assignment, Model model, Map<Parameter, Double> values) {
        int last = assignment.lastIndexOf('=');
        boolean cell = last > 0
                && model.parameter(assignment.substring(0, last).strip()).isPresent();
        int equals = cell ? last : assignment.indexOf('='); // a firm may have the sign in its name
        if (equals < 1) {
            sentences.add("--set " + assignment + ": a parameter is set as id=value, such as --set gpu_price=2.");
            return;
        }
        set(
                assignment.substring(0, equals).strip(),
                assignment.substring(equals + 1).strip(),
                model,
                values);
    }

    /** Sets a parameter by its key in {@code values}. */
    public void set(String key, String value, Model model, Map<Parameter, Double> values) {
        Optional<Parameter> known = model.parameter(key);
        if (known.isEmpty()) {
            sentences.add("There is no parameter " + key
                    + SpellingSuggestion.hint(key, model.keysNear(key), "; ./greenlight params lists them all."));
            return;
        }
        Parameter parameter = known.get();
        Optional<Double> number = number(parameter, value);
        if (number.isEmpty() || !parameter.allows(number.get())) {
            sentences.add(key + " is " + value + "; allowed is " + parameter.allowed() + ".");
        } else if (values.putIfAbsent(parameter, number.get()) != null) {
            sentences.add(key + " is set twice.");
        }
    }

    /** Takes why a scenario cannot have what is set, if so. */
    public void fault(Optional<String> sentence) {
        sentence.ifPresent(sentences::add);
    }

    private static Optional<Double> number(Parameter parameter, String value) {
        if (!parameter.words().isEmpty()) {
            OptionalDouble worded = parameter.read(value.toLowerCase(Locale.ROOT));
            return worded.isPresent() ? Optional.of(worded.getAsDouble()) : Optional.empty();
        }
        try {
            // never negative zero
            double number = Double.parseDouble(value) + 0.0;
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** Refuses the command when there is a sentence. */
    public void check() throws UsageError {
        if (!sentences.isEmpty()) {
            throw new UsageError(sentences);
        }
    }
}
