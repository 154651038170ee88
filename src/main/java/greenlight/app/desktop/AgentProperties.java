package greenlight.app.desktop;

import greenlight.runner.format.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import sim.util.Properties;

/** What an inspector shows of an agent or of a tie: read-only properties, each read again at every refresh. */
final class AgentProperties extends Properties {
    private record Fact(String name, String meaning, Class<?> type, Supplier<Object> value) {}

    private final List<Fact> facts = new ArrayList<>();

    /** Of a thing whose name is the inspector's title. */
    AgentProperties(Object of) {
        object = of;
    }

    AgentProperties words(String name, String meaning, Supplier<Object> value) {
        facts.add(new Fact(name, meaning, String.class, value));
        return this;
    }

    /** A number, which MASON can also chart; not-a-number where none applies. */
    AgentProperties number(String name, String meaning, Supplier<Object> value) {
        facts.add(new Fact(name, meaning, Double.TYPE, value));
        return this;
    }

    @Override
    public boolean isVolatile() {
        return false;
    }

    @Override
    public int numProperties() {
        return facts.size();
    }

    @Override
    public Object getValue(int index) {
        return facts.get(index).value().get();
    }

    @Override
    public String getDescription(int index) {
        return facts.get(index).meaning();
    }

    @Override
    public boolean isReadWrite(int index) {
        return false;
    }

    @Override
    public String getName(int index) {
        return facts.get(index).name();
    }

    @Override
    public Class<?> getType(int index) {
        return facts.get(index).type();
    }

    @Override
    protected Object _setValue(int index, Object value) {
        return null;
    }

    @Override
    public String betterToString(Object value) {
        if (value instanceof Double number) {
            return number.isNaN() ? "–" : Decimal.brief(rounded(number));
        }
        return value == null ? "–" : value.toString();
    }

    /** To about four figures, whole from a thousand on. */
    private static double rounded(double number) {
        return Math.abs(number) >= 1000 ? Math.rint(number) : Math.rint(number * 1e4) / 1e4;
    }
}
