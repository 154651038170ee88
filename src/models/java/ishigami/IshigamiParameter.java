package ishigami;

import greenlight.runner.model.Parameter;

/** The arguments and coefficients of the function. */
public enum IshigamiParameter implements Parameter {
    X1(0, -Math.PI, Math.PI, "first argument"),
    X2(0, -Math.PI, Math.PI, "second argument"),
    X3(0, -Math.PI, Math.PI, "third argument"),
    A(7, 0, 10, "coefficient of the second argument"),
    B(0.1, 0, 1, "coefficient of the interaction between the first and the third argument"),
    NOISE(0, 0, 10, "width of the uniform noise that the seed adds");

    private final double defaultValue;
    private final double from;
    private final double to;
    private final String meaning;

    IshigamiParameter(double defaultValue, double from, double to, String meaning) {
        this.defaultValue = defaultValue;
        this.from = from;
        this.to = to;
        this.meaning = meaning;
    }

    @Override
    public Kind kind() {
        return Kind.REAL;
    }

    @Override
    public double defaultValue() {
        return defaultValue;
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
        return "1";
    }

    @Override
    public String group() {
        return "function";
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public Basis basis() {
        return this == NOISE ? Basis.CONTROL : Basis.ASSUMED;
    }

    @Override
    public String source() {
        return "Ishigami and Homma (1990)";
    }
}
