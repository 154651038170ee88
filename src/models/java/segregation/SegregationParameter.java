package segregation;

import greenlight.runner.model.Parameter;

/** The parameters of the city and of its households. */
public enum SegregationParameter implements Parameter {
    WIDTH(Kind.INTEGER, 40, 10, 500, "cells", "grid", "columns of the torus", Basis.CONTROL),
    HEIGHT(Kind.INTEGER, 40, 10, 500, "cells", "grid", "rows of the torus", Basis.CONTROL),
    STEPS(Kind.INTEGER, 50, 1, 10_000, "steps", "time", "length of a run", Basis.CONTROL),
    VACANT(Kind.REAL, 0.1, 0.02, 0.9, "share", "grid", "share of cells without a household", Basis.ASSUMED),
    MINORITY(Kind.REAL, 0.5, 0.05, 0.5, "share", "households", "share of households in group b", Basis.ASSUMED),
    WANTED(
            Kind.REAL,
            0.3,
            0,
            1,
            "share",
            "households",
            "least share of like neighbours with which a household stays",
            Basis.ASSUMED);

    private final Kind kind;
    private final double defaultValue;
    private final double from;
    private final double to;
    private final String unit;
    private final String group;
    private final String meaning;
    private final Basis basis;

    SegregationParameter(
            Kind kind,
            double defaultValue,
            double from,
            double to,
            String unit,
            String group,
            String meaning,
            Basis basis) {
        this.kind = kind;
        this.defaultValue = defaultValue;
        this.from = from;
        this.to = to;
        this.unit = unit;
        this.group = group;
        this.meaning = meaning;
        this.basis = basis;
    }

    @Override
    public Kind kind() {
        return kind;
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
        return unit;
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public Basis basis() {
        return basis;
    }

    @Override
    public String source() {
        return "Schelling (1971), Dynamic models of segregation";
    }
}
