package greenlight.app.page;

import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.Archetype;
import greenlight.market.scenario.InvestorKind;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.StudioTrait;
import greenlight.market.scenario.VendorTrait;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A scenario as one text that a browser can read without a CSV library: a line for each thing, fields parted by tabs,
 * reals as the 16 hexadecimal digits of their bits, so that nothing is rounded on the way.
 */
public final class ScenarioText {
    private static final String TAB = "\t";

    private ScenarioText() {}

    /** The text of a scenario. */
    public static String write(Scenario scenario) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "world",
                scenario.name(),
                scenario.title(),
                scenario.start().year(),
                scenario.start().ofYear());
        scenario.parameters().forEach((dial, value) -> line(text, "dial", dial.name(), value));
        for (Scenario.StudioOpening studio : scenario.studios()) {
            List<Object> fields = new ArrayList<>(List.of("studio", studio.name()));
            fields.addAll(studio.traits().values());
            line(text, fields.toArray());
        }
        for (Scenario.VendorOpening vendor : scenario.vendors()) {
            List<Object> fields = new ArrayList<>(
                    List.of("vendor", vendor.name(), vendor.archetype().name(), vendor.launch()));
            fields.addAll(vendor.traits().values());
            fields.add(vendor.flagship() ? 1 : 0);
            line(text, fields.toArray());
        }
        for (Scenario.InvestorOpening i : scenario.investors()) {
            line(text, "investor", i.name(), i.kind().name(), i.powder(), i.patience(), i.mood());
        }
        for (Scenario.Stake stake : scenario.stakes()) {
            line(text, "stake", stake.investor(), stake.vendor(), stake.share());
        }
        for (Scenario.Scheduled s : scenario.timeline()) {
            line(text, "event", s.quarter(), s.kind().name(), s.who(), s.whom(), s.amount(), s.headline());
        }
        scenario.series().forEach((name, values) -> {
            Object[] fields = new Object[values.length + 2];
            fields[0] = "series";
            fields[1] = name;
            for (int i = 0; i < values.length; i++) {
                fields[i + 2] = values[i];
            }
            line(text, fields);
        });
        scenario.newcomers().forEach(name -> line(text, "newcomer", name));
        return text.toString();
    }

    /** The place of the first trait among the fields of a studio's or a vendor's line. */
    static int firstTrait(String firm) {
        return firm.equals("studio") ? 2 : 4;
    }

    private static void line(StringBuilder text, Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : TAB).append(field(fields[i]));
        }
        text.append('\n');
    }

    private static String field(Object field) {
        if (field instanceof Double real) {
            return StateHash.hexadecimal(Double.doubleToLongBits(real));
        }
        return field instanceof Integer whole ? Integer.toString(whole) : (String) field;
    }

    /** The scenario of a text. */
    public static Scenario read(String text) {
        Line world = null;
        Map<MarketParameter, Double> dials = new LinkedHashMap<>();
        List<Scenario.StudioOpening> studios = new ArrayList<>();
        List<Scenario.VendorOpening> vendors = new ArrayList<>();
        List<Scenario.InvestorOpening> investors = new ArrayList<>();
        List<Scenario.Stake> stakes = new ArrayList<>();
        List<Scenario.Scheduled> timeline = new ArrayList<>();
        Map<String, double[]> series = new TreeMap<>();
        List<String> newcomers = new ArrayList<>();
        for (String row : split(text, '\n')) {
            if (row.isEmpty()) {
                continue;
            }
            Line line = new Line(split(row, '\t'));
            switch (line.word()) {
                case "world" -> world = line;
                case "dial" -> dials.put(MarketParameter.valueOf(line.word()), line.real());
                case "studio" -> studios.add(studio(line));
                case "vendor" -> vendors.add(vendor(line));
                case "investor" ->
                    investors.add(new Scenario.InvestorOpening(
                            line.word(), InvestorKind.valueOf(line.word()), line.real(), line.real(), line.real()));
                case "stake" -> stakes.add(new Scenario.Stake(line.word(), line.word(), line.real()));
                case "event" ->
                    timeline.add(new Scenario.Scheduled(
                            line.whole(),
                            Scenario.Scheduled.Kind.valueOf(line.word()),
                            line.word(),
                            line.word(),
                            line.real(),
                            line.word()));
                case "series" -> series.put(line.word(), line.reals());
                case "newcomer" -> newcomers.add(line.word());
                default -> throw new IllegalArgumentException("No scenario has a line such as: " + row);
            }
        }
        if (world == null) {
            throw new IllegalArgumentException("The text of a scenario begins with its name.");
        }
        return new Scenario(
                world.word(),
                world.word(),
                new Scenario.Quarter(world.whole(), world.whole()),
                dials,
                studios,
                vendors,
                investors,
                stakes,
                timeline,
                series,
                newcomers);
    }

    private static Scenario.StudioOpening studio(Line line) {
        String name = line.word();
        Map<StudioTrait, Double> traits = new EnumMap<>(StudioTrait.class);
        for (StudioTrait trait : StudioTrait.values()) {
            traits.put(trait, line.real());
        }
        return new Scenario.StudioOpening(name, traits);
    }

    private static Scenario.VendorOpening vendor(Line line) {
        String name = line.word();
        Archetype archetype = Archetype.valueOf(line.word());
        int launch = line.whole();
        Map<VendorTrait, Double> traits = new EnumMap<>(VendorTrait.class);
        for (VendorTrait trait : VendorTrait.values()) {
            traits.put(trait, line.real());
        }
        return new Scenario.VendorOpening(name, archetype, launch, line.whole() == 1, traits);
    }

    /** The parts between a mark, empty ones too. */
    static List<String> split(String text, char mark) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, from)) {
            parts.add(text.substring(from, at));
            from = at + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** A real from the 16 hexadecimal digits of its bits. */
    static double real(String digits) {
        long bits = 0;
        for (int i = 0; i < digits.length(); i++) {
            bits = bits << 4 | Character.digit(digits.charAt(i), 16);
        }
        return Double.longBitsToDouble(bits);
    }

    /** Fields, read from left to right. */
    private static final class Line {
        private final List<String> fields;
        private int next;

        Line(List<String> fields) {
            this.fields = fields;
        }

        String word() {
            return fields.get(next++);
        }

        int whole() {
            return Integer.parseInt(word());
        }

        double real() {
            return ScenarioText.real(word());
        }

        double[] reals() {
            double[] values = new double[fields.size() - next];
            for (int i = 0; i < values.length; i++) {
                values[i] = real();
            }
            return values;
        }
    }
}
