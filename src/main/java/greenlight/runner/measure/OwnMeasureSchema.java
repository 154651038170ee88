package greenlight.runner.measure;

import static greenlight.runner.format.JsonSchema.TYPE;
import static greenlight.runner.format.JsonSchema.closed;
import static greenlight.runner.format.JsonSchema.described;
import static greenlight.runner.format.JsonSchema.map;
import static greenlight.runner.format.JsonSchema.words;

import greenlight.runner.measure.CombinedMeasure.Operation;
import greenlight.runner.measure.Summary.How;
import greenlight.runner.model.ColumnRole;
import greenlight.runner.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The JSON Schema of a measure that an experiment file defines. */
public final class OwnMeasureSchema {
    private OwnMeasureSchema() {}

    /** The name of an own measure; of which there are some, a schema cannot say. */
    public static Map<String, Object> name() {
        return map(TYPE, "string", "pattern", "^" + OwnMeasureReader.FORM + "$");
    }

    /** The definition of an own measure of a model. */
    public static Map<String, Object> of(Model model) {
        List<ReadingSource> sources = ReadingSource.of(model).stream()
                .filter(source -> !source.words())
                .toList();
        Map<String, Object> properties = map(OwnMeasureReader.NAME, described("of its column", name()));
        List<Map<String, Object>> forms = new ArrayList<>();
        if (!sources.isEmpty()) {
            properties.putAll(readings(model, sources));
            forms.add(map("required", List.of(ReadingReader.READING, ReadingReader.HOW)));
        }
        for (Operation operation : Operation.values()) {
            Map<String, Object> two = map(TYPE, "array", "items", name(), "minItems", 2, "maxItems", 2);
            properties.put(operation.word(), described(operation.meaning(), two));
            forms.add(map("required", List.of(operation.word())));
        }
        Map<String, Object> measure = closed(properties, List.of(OwnMeasureReader.NAME));
        measure.put("oneOf", forms);
        return measure;
    }

    private static Map<String, Object> readings(Model model, List<ReadingSource> sources) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Map<String, Object>> named = sources.stream()
                .map(source -> map(
                        "const",
                        source.key(),
                        "description",
                        source.reading().meaning()
                                + (source.reading().unit().isEmpty()
                                        ? ""
                                        : " (" + source.reading().unit() + ")")))
                .toList();
        properties.put(ReadingReader.READING, map("oneOf", named));
        Set<String> entities = new LinkedHashSet<>();
        model.scenarios()
                .forEach(scenario -> entities.addAll(model.entities(scenario).keySet()));
        Set<String> kinds = new LinkedHashSet<>();
        for (ReadingSource source : sources) {
            columns(source, ColumnRole.ENTITY).forEach(entities::addAll);
            columns(source, ColumnRole.ENTITY_KIND).forEach(kinds::addAll);
        }
        // editors offer the entities of the shipped scenarios; another scenario has others
        Map<String, Object> any = map(TYPE, "string");
        Map<String, Object> name = entities.isEmpty() ? any : map("anyOf", List.of(words(List.copyOf(entities)), any));
        properties.put(ReadingReader.ENTITY, described("whose reading it is; the whole when not given", name));
        if (!kinds.isEmpty()) {
            properties.put(ReadingReader.KIND, described("of all these entities", words(List.copyOf(kinds))));
            properties.put(ReadingReader.ACROSS, described("how theirs come to one", words(ReadingReader.WAYS)));
        }
        properties.put(ReadingReader.HOW, how(sources.get(0).steps()));
        return properties;
    }

    private static Stream<List<String>> columns(ReadingSource source, ColumnRole role) {
        return source.place(role) < 0
                ? Stream.of()
                : Stream.of(source.column(role).words());
    }

    /** A word, or a mapping of one word to its label or condition. */
    private static Map<String, Object> how(String steps) {
        List<Map<String, Object>> words = new ArrayList<>();
        Map<String, Object> keys = new LinkedHashMap<>();
        for (How how : How.values()) {
            if (how.plain()) {
                words.add(map("const", how.word(steps), "description", how.meaning()));
            } else if (how == How.AT) {
                keys.put(how.word(steps), described(how.meaning(), map(TYPE, List.of("string", "number"))));
            } else {
                Map<String, Object> held = map(TYPE, "string", "pattern", "^" + Condition.FORM + "$");
                keys.put(how.word(steps), described(how.meaning(), held));
            }
        }
        Map<String, Object> one = closed(keys, List.of());
        one.putAll(map("minProperties", 1, "maxProperties", 1));
        return map("anyOf", List.of(map("oneOf", words), one));
    }
}
