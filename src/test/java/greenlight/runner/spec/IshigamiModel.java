package greenlight.runner.spec;

import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Ishigami and Homma's (1990) function with noise: y = sin x1 + a sin^2 x2 + b x3^4 sin x1 + noise, whose sensitivity
 * indices are known in closed form. It stands for any model in the tests of the runner.
 */
public class IshigamiModel implements Model {
    /** What is done to a run before it begins; it may throw. */
    @FunctionalInterface
    public interface Fault {
        void strike(Setting setting, long seed);
    }

    /** The parameters of the function. */
    public enum Ishigami implements Parameter {
        X1(Kind.REAL, 0, -Math.PI, Math.PI),
        X2(Kind.REAL, 0, -Math.PI, Math.PI),
        X3(Kind.REAL, 0, -Math.PI, Math.PI),
        A(Kind.REAL, 7, 0, 10),
        B(Kind.REAL, 0.1, 0, 1),
        NOISE(Kind.REAL, 0, 0, 100),
        QUARTERS(Kind.INTEGER, 3, 1, 400),
        MIRROR(Kind.SWITCH, 0, 0, 1);

        private final Kind kind;
        private final double standard;
        private final double from;
        private final double to;

        Ishigami(Kind kind, double standard, double from, double to) {
            this.kind = kind;
            this.standard = standard;
            this.from = from;
            this.to = to;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public double defaultValue() {
            return standard;
        }

        @Override
        public double from() {
            return from;
        }

        @Override
        public double to() {
            return to;
        }

        @Override
        public Scale scale() {
            return Scale.LINEAR;
        }

        @Override
        public String unit() {
            return this == QUARTERS ? "quarters" : "1";
        }

        @Override
        public String group() {
            return "function";
        }

        @Override
        public String meaning() {
            return "an argument of the function";
        }

        @Override
        public Basis basis() {
            return Basis.ASSUMED;
        }

        @Override
        public String source() {
            return "Ishigami and Homma 1990";
        }
    }

    /** Of the function as it is here; a test that edits it says so. */
    public static final String DIGEST = "0123456789abcdef";

    private static final List<String> WORDS = List.of("plain", "a, comma", "a \"quote\"", "two\nlines", "", "ünïcode");

    private final Fault fault;

    public IshigamiModel() {
        this((setting, seed) -> {});
    }

    public IshigamiModel(Fault fault) {
        this.fault = fault;
    }

    @Override
    public String name() {
        return "ishigami";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public String digest() {
        return DIGEST;
    }

    @Override
    public List<Ishigami> parameters() {
        return List.of(Ishigami.values());
    }

    @Override
    public Optional<Parameter> horizon() {
        return Optional.of(Ishigami.QUARTERS);
    }

    @Override
    public List<String> scenarios() {
        return List.of("calm", "steep");
    }

    @Override
    public Setting setting(String scenario) {
        Setting calm = Setting.of(parameters());
        return scenario.equals("steep") ? calm.with(Ishigami.B, 0.5) : calm;
    }

    @Override
    public List<Column> measures() {
        return List.of(
                new Column("y", Column.Type.REAL, "1", "the function with noise"),
                new Column("luck", Column.Type.REAL, "1", "a draw that depends on the seed alone"),
                new Column("rising", Column.Type.BOOLEAN, "", "whether y is above 0"),
                new Column("rounded", Column.Type.INTEGER, "1", "y as a whole number"),
                new Column("root", Column.Type.REAL, "1", "the square root of y, where there is one"));
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table(
                        "quarters",
                        "y again in every quarter",
                        List.of(new Column("quarter", Column.Type.INTEGER, "quarters", "from 0")),
                        List.of(
                                new Column("y_again", Column.Type.REAL, "1", "the function with more noise"),
                                new Column("word", Column.Type.TEXT, "", "an awkward text"),
                                new Column("last", Column.Type.BOOLEAN, "", "whether it is the last")),
                        true),
                new Table(
                        "ends",
                        "where a run ends",
                        List.of(new Column("end", Column.Type.INTEGER, "quarters", "the last quarter"))));
    }

    @Override
    public long bytes(Setting setting) {
        return 1;
    }

    @Override
    public String fitting(Setting setting, long bytes) {
        return "anything";
    }

    @Override
    public Outcome run(String scenario, Setting setting, long seed, int threads) {
        fault.strike(setting, seed);
        SplittableRandom chance = new SplittableRandom(seed);
        double luck = chance.nextDouble();
        double y = function(setting) + setting.get(Ishigami.NOISE) * (chance.nextDouble() - 0.5);
        List<Cells> quarters = new ArrayList<>();
        int last = setting.count(Ishigami.QUARTERS) - 1;
        for (int quarter = 0; quarter <= last; quarter++) {
            double value = quarter == 1 ? Double.NaN : y + chance.nextDouble();
            quarters.add(Cells.of(quarter, value, WORDS.get(quarter % WORDS.size()), quarter == last));
        }
        List<Cells> ends = List.of(Cells.of((long) last));
        double[] measures = {y, luck, y > 0 ? 1 : 0, Math.rint(y), Math.sqrt(y)};
        return new Outcome(measures, List.of(quarters, ends));
    }

    private static double function(Setting setting) {
        double sin1 = Math.sin(setting.get(Ishigami.X1));
        double sin2 = Math.sin(setting.get(Ishigami.X2));
        double value = sin1
                + setting.get(Ishigami.A) * sin2 * sin2
                + setting.get(Ishigami.B) * Math.pow(setting.get(Ishigami.X3), 4) * sin1;
        return setting.on(Ishigami.MIRROR) ? -value : value;
    }
}
