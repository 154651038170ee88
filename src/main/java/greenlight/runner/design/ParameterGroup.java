package greenlight.runner.design;

import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** Keys among the factors of a design that each name several parameters. */
public enum ParameterGroup {
    SWITCHES("the on/off parameters of a group") {
        @Override
        public Predicate<Parameter> named(List<String> words) {
            return parameter -> parameter.kind() == Parameter.Kind.SWITCH && words.contains(parameter.group());
        }

        @Override
        public List<String> words(Model model) {
            return distinct(model, parameter -> parameter.kind() == Parameter.Kind.SWITCH, Parameter::group);
        }
    },
    GROUP("all parameters of a group") {
        @Override
        public Predicate<Parameter> named(List<String> words) {
            return parameter -> words.contains(parameter.group());
        }

        @Override
        public List<String> words(Model model) {
            return distinct(model, parameter -> true, Parameter::group);
        }
    },
    KNOWN("all parameters whose default is known in that way") {
        @Override
        public Predicate<Parameter> named(List<String> words) {
            return parameter -> words.contains(word(parameter.basis()));
        }

        @Override
        public List<String> words(Model model) {
            return distinct(model, parameter -> true, parameter -> word(parameter.basis()));
        }
    };

    private final String meaning;

    ParameterGroup(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    public String key() {
        return word(this);
    }

    /** What its words name. */
    public String kind() {
        return this == KNOWN ? "kind of knowledge" : "group";
    }

    /** Which parameters belong to the words. */
    public abstract Predicate<Parameter> named(List<String> words);

    /** The words it knows. */
    public abstract List<String> words(Model model);

    private static List<String> distinct(Model model, Predicate<Parameter> some, Function<Parameter, String> word) {
        return model.parameters().stream()
                .map(parameter -> (Parameter) parameter)
                .filter(some)
                .map(word)
                .distinct()
                .toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
