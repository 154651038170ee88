package greenlight.runner.dataset;

import greenlight.runner.csv.BadTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The runs of an experiment: its factors, its measures, and which row holds which replication of which point. */
public final class RunTable {
    private final DesignInfo plan;
    private final List<Factor> factors;
    private final List<Column> measures;
    private final List<String> warnings;
    private final List<String> ids;
    private final long[] seeds;
    private final int[] numbers;
    private final int[] first;
    private final int[] grid;
    private final int replications;
    private final int[] settings;
    private final int failed;

    /** What the reader found, row by row. */
    record Rows(
            int[] point, int[] replication, long[] seed, boolean[] ok, List<String> ids, int[] settings, int failed) {}

    RunTable(
            DesignInfo plan,
            List<Factor> factors,
            List<Column> measures,
            Rows rows,
            int[] numbers,
            List<String> warnings) {
        this.numbers = numbers;
        this.plan = plan;
        this.factors = List.copyOf(factors);
        this.measures = List.copyOf(measures);
        this.warnings = List.copyOf(warnings);
        ids = rows.ids();
        seeds = rows.seed();
        settings = rows.settings();
        failed = rows.failed();
        replications = Arrays.stream(rows.replication()).max().orElse(-1) + 1;
        first = new int[numbers.length];
        grid = new int[Math.multiplyExact(numbers.length, replications)];
        Arrays.fill(first, -1);
        Arrays.fill(grid, -1);
        for (int row = 0; row < rows.point().length; row++) {
            int point = rows.point()[row];
            if (first[point] < 0) {
                first[point] = row;
            }
            if (rows.ok()[row]) {
                grid[point * replications + rows.replication()[row]] = row;
            }
        }
    }

    public DesignInfo plan() {
        return plan;
    }

    public List<Factor> factors() {
        return factors;
    }

    public List<Column> measures() {
        return measures;
    }

    /** The factor of this name. */
    public Factor factor(String name) throws BadTable {
        for (Factor factor : factors) {
            if (factor.name().equals(name)) {
                return factor;
            }
        }
        throw new BadTable("There is no factor " + name + "; there is "
                + String.join(", ", factors.stream().map(Factor::name).toList()) + ".");
    }

    /** The measure of this name. */
    public Column measure(String name) throws BadTable {
        for (Column measure : measures) {
            if (measure.name().equals(name)) {
                return measure;
            }
        }
        throw new BadTable("There is no measure " + name + "; there is "
                + String.join(", ", measures.stream().map(Column::name).toList()) + ".");
    }

    /** What the reader has to say about the tables, a sentence each. */
    public List<String> warnings() {
        return warnings;
    }

    /** How many runs there are, failed ones included. */
    public int size() {
        return seeds.length;
    }

    /** How many of them failed and are left out of everything. */
    public int failed() {
        return failed;
    }

    /** How many points the design has; they count from 0. */
    public int points() {
        return first.length;
    }

    /** The number that the file gives a point. */
    public int number(int point) {
        return numbers[point];
    }

    /** How many replications a point has at most; they count from 0. */
    public int replications() {
        return replications;
    }

    /** The number of the ensemble's setting of each replication; empty where replications go through no ensemble. */
    public int[] settings() {
        return settings.clone();
    }

    /** The row of a run that went well; -1 where there is none. */
    public int row(int point, int replication) {
        return grid[point * replications + replication];
    }

    /** The level of a factor at a point. */
    public double level(int point, Factor factor) {
        return factor.column().at(first[point]);
    }

    /** The levels of a factor that occur, from low to high; words in the order in which they appear. */
    public double[] levels(Factor factor) {
        return IntStream.range(0, points())
                .mapToDouble(point -> level(point, factor))
                .distinct()
                .sorted()
                .toArray();
    }

    /** The {@code run_id} of a row; the ids must have been asked for. */
    public String id(int row) {
        return ids.get(row);
    }

    public long seed(int row) {
        return seeds[row];
    }
}
