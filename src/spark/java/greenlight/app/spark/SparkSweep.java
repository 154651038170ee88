package greenlight.app.spark;

import greenlight.app.cli.Main;
import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * An experiment on Apache Spark: executors run its shards into a folder that all of them see, the driver merges them. A
 * shard whose executor is lost goes on elsewhere from its journal.
 */
public final class SparkSweep {
    private SparkSweep() {}

    /**
     * Runs and merges.
     *
     * @param arguments the experiment, how many shards, the folder for the results; the shards go beside it
     */
    public static void main(String[] arguments) {
        if (arguments.length != 3 || !arguments[1].matches("[1-9]\\d{0,5}")) {
            System.err.println("SparkSweep needs FILE SHARDS DIR: the experiment, the number of shards, the results.");
            System.exit(ExitCode.BAD_USAGE);
        }
        String file = Path.of(arguments[0]).toAbsolutePath().toString();
        int shards = Integer.parseInt(arguments[1]);
        Path out = Path.of(arguments[2]).toAbsolutePath();
        String folders = out.resolveSibling(out.getFileName() + "-spark").toString();
        List<Integer> parts = IntStream.rangeClosed(1, shards).boxed().toList();
        try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setAppName("Greenlight " + file))) {
            // a task for each shard; one that fails is given to another executor
            spark.parallelize(new ArrayList<>(parts), shards).foreach(part -> run(file, part + "/" + shards, folders, part));
        }
        List<String> merge = new ArrayList<>(List.of("merge"));
        parts.forEach(part -> merge.add(Path.of(folders, part.toString()).toString()));
        merge.addAll(List.of("--out", out.toString(), "--resume"));
        int code = greenlight(merge);
        System.out.flush();
        System.exit(code);
    }

    /** One shard, on an executor. */
    private static void run(String file, String shard, String folders, int part) {
        Path folder = Path.of(folders, Integer.toString(part));
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
        // runs that failed are rows like others
        if (code != 0 && !(code == ExitCode.FAILED && Files.exists(folder.resolve("runs.csv")))) {
            throw new IllegalStateException("Shard " + shard + " ended with exit code " + code + ".");
        }
    }

    private static int greenlight(List<String> words) {
        int width = Console.width(System.getenv("COLUMNS"));
        return Main.run(new Console(System.out, System.err, width, false, UnaryOperator.identity(), words));
    }
}
