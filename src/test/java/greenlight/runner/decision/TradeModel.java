package greenlight.runner.decision;

import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import java.util.List;
import java.util.SplittableRandom;

/** ZDT1 (Zitzler, Deb and Thiele 2000) in three variables, with a shift that is not known and noise: its front is f2 = 1 - sqrt(f1). */
final class TradeModel implements Model {
    /** The variables, the shift of f1 and the width of the noise. */
    enum Trade implements Parameter {
        X1,
        X2,
        X3,
        SHIFT,
        NOISE;

        @Override
        public Kind kind() {
            return Kind.REAL;
        }

        @Override
        public double defaultValue() {
            return 0;
        }

        @Override
        public double from() {
            return 0;
        }

        @Override
        public double to() {
            return 1;
        }

        @Override
        public Scale scale() {
            return Scale.LINEAR;
        }

        @Override
        public String unit() {
            return "1";
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
            return this == SHIFT ? Basis.ASSUMED : Basis.LEVER;
        }

        @Override
        public String source() {
            return "Zitzler, Deb and Thiele 2000";
        }
    }

    @Override
    public String name() {
        return "trade";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String digest() {
        return "0123456789abcdef";
    }

    @Override
    public List<Trade> parameters() {
        return List.of(Trade.values());
    }

    @Override
    public List<String> scenarios() {
        return List.of("only");
    }

    @Override
    public Setting setting(String scenario) {
        return Setting.of(parameters());
    }

    @Override
    public List<Column> measures() {
        return List.of(
                new Column("f1", Column.Type.REAL, "1", "the first objective"),
                new Column("f2", Column.Type.REAL, "1", "the second objective"),
                new Column("early", Column.Type.BOOLEAN, "", "whether x1 is below a half"));
    }

    @Override
    public List<Table> tables() {
        return List.of();
    }

    @Override
    public Outcome run(String scenario, Setting setting, long seed, int threads) {
        SplittableRandom random = new SplittableRandom(seed);
        double noise = setting.get(Trade.NOISE);
        // noise that depends on the point, as when a change of a lever shifts all later events
        long own = Double.doubleToLongBits(setting.get(Trade.X1)) ^ seed;
        SplittableRandom other = new SplittableRandom(own);
        double x1 = setting.get(Trade.X1);
        double g = 1 + 9 * (setting.get(Trade.X2) + setting.get(Trade.X3)) / 2;
        double f1 = x1 + setting.get(Trade.SHIFT) + noise * (other.nextDouble() - random.nextDouble());
        double f2 = g * (1 - Math.sqrt(x1 / g)) + noise * (other.nextDouble() - random.nextDouble());
        return new Outcome(new double[] {f1, f2, x1 < 0.5 ? 1 : 0}, List.of());
    }

    @Override
    public long bytes(Setting setting) {
        return 1;
    }

    @Override
    public String fitting(Setting setting, long bytes) {
        return "anything";
    }
}
