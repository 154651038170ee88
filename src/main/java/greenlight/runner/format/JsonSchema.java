package greenlight.runner.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pieces of a JSON Schema (draft 2020-12), as maps that keep the order of their keys. */
public final class JsonSchema {
    /** The keyword of a type. */
    public static final String TYPE = "type";

    private JsonSchema() {}

    /** Null, or one of some forms. */
    public static Map<String, Object> nothingOr(List<Map<String, Object>> forms) {
        List<Map<String, Object>> any = new ArrayList<>(List.of(map(TYPE, "null")));
        any.addAll(forms);
        return map("anyOf", any);
    }

    /** A schema with a description. */
    public static Map<String, Object> described(String description, Map<String, Object> schema) {
        Map<String, Object> described = map("description", description);
        described.putAll(schema);
        return described;
    }

    /** A schema among the definitions. */
    public static Map<String, Object> reference(String definition) {
        return map("$ref", "#/$defs/" + definition);
    }

    /** One of some words. */
    public static Map<String, Object> words(List<String> words) {
        return map("enum", words);
    }

    /** A whole number in a range, the ends included. */
    public static Map<String, Object> whole(long from, long to) {
        return map(TYPE, "integer", "minimum", from, "maximum", to);
    }

    /** An even number in a range, the ends included. */
    public static Map<String, Object> even(int from, int to) {
        Map<String, Object> even = whole(from, to);
        even.put("multipleOf", 2);
        return even;
    }

    /** A number above 0, with more keywords and values that alternate. */
    public static Map<String, Object> above0(Object... more) {
        Map<String, Object> number = map(TYPE, "number", "exclusiveMinimum", 0);
        number.putAll(map(more));
        return number;
    }

    /** A list of different items, at least one. */
    public static Map<String, Object> several(Map<String, Object> item) {
        return map(TYPE, "array", "items", item, "minItems", 1, "uniqueItems", true);
    }

    /** A mapping of these keys and no others. */
    public static Map<String, Object> closed(Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = map(TYPE, "object", "properties", properties);
        object.put("required", required);
        object.put("additionalProperties", false);
        return object;
    }

    /** A map of keys and values that alternate. */
    public static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
