package greenlight.app.spark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * An experiment on Apache Spark: executors run its shares into a folder that all of them see, the driver merges them. A
 * share whose executor is lost goes on elsewhere from its journal.
 */
public final class SparkSweep {
    private SparkSweep() {}

    /**
     * Runs and merges.
     *
     * @param arguments the experiment, how many shares, the folder for the results; the shares go beside it
     */
    public static void main(String[] arguments) {
        if (arguments.length != 3 || !arguments[1].matches("[1-9]\\d{0,5}")) {
            System.err.println("SparkSweep needs FILE SHARDS DIR: the experiment, the number of shares, the results.");
            System.exit(Main.BAD_USAGE);
        }
        String file = Path.of(arguments[0]).toAbsolutePath().toString();
        int shards = Integer.parseInt(arguments[1]);
        Path out = Path.of(arguments[2]).toAbsolutePath();
        String shares = out.resolveSibling(out.getFileName() + "-spark").toString();
        List<Integer> parts = IntStream.rangeClosed(1, shards).boxed().toList();
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setAppName("Greenlight " + file))) {
            // a task for each share; one that fails is given to another executor
            spark.parallelize(new ArrayList<>(parts), shards).foreach(part -> run(file, part + "/" + shards, shares, part));
        }
        List<String> merge = new ArrayList<>(List.of("merge"));
        parts.forEach(part -> merge.add(Path.of(shares, part.toString()).toString()));
        merge.addAll(List.of("--out", out.toString(), "--resume"));
        int code = greenlight(merge);
        System.out.flush();
        System.exit(code);
    }

    /** One share, on an executor. */
    private static void run(String file, String shard, String shares, int part) {
        Path folder = Path.of(shares, Integer.toString(part));
        int code = greenlight(List.of(
                "sweep",
                file,
                "--shard",
                shard,
                "--out",
                folder.toString(),
                "--threads",
                "1",
                "--progress",
                "plain",
                "--resume"));
        // runs that failed are rows as others are
        if (code != 0 && !(code == Main.FAILED && Files.exists(folder.resolve("runs.csv")))) {
            throw new IllegalStateException("Share " + shard + " ended with exit code " + code + ".");
        }
    }

    private static int greenlight(List<String> words) {
        return Main.run(words.toArray(String[]::new), System.out, System.err, UnaryOperator.identity());
    }
}
