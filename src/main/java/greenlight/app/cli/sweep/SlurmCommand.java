package greenlight.app.cli.sweep;

import greenlight.app.cli.console.Console;
import greenlight.app.cli.console.ModelOption;
import greenlight.app.cli.console.OptionErrors;
import greenlight.app.cli.console.OutputPathConverter;
import greenlight.app.cli.console.UsageError;
import greenlight.runner.design.SearchGoal;
import greenlight.runner.format.Text;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.spec.Experiment;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the jobs that run an experiment on a cluster with Slurm: an array of shards, and the merge after it. */
@Command(
        name = "slurm",
        description = "Writes, and with --submit submits, the Slurm jobs of an experiment: its shards and their merge.",
        footer = {
            "",
            "The folder results/NAME-slurm then holds the two jobs, the experiment, a copy of this program, and"
                    + " `submit`, which starts them; `submit 3` starts shard 3 alone. A task that is killed, preempted or"
                    + " out of time goes on where it was. The merged tables are those of one machine, byte for byte"
                    + " (docs/cluster.md).",
            "",
            "Examples:",
            "  ./greenlight slurm experiments/contract-terms.yaml --shards 8",
            "  ./greenlight slurm experiments/contract-terms.yaml --shards 100 --cpus 4 --mem 8G --time 04:00:00"
                    + " --submit"
        })
public final class SlurmCommand implements Callable<Integer> {
    /** Tasks of an array where a cluster's MaxArraySize is Slurm's own default. */
    private static final int USUAL_MOST = 1000;

    /** Names of the copies beside the jobs. */
    private static final String PROGRAM = "greenlight.jar";

    private static final String MODEL = "model.jar";

    private static final String TIME = "\\d+(:\\d\\d){0,2}|\\d+-\\d+(:\\d\\d){0,2}";

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The experiment, such as experiments/quickstart.yaml.")
    private Path file;

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--shards",
            paramLabel = "N",
            required = true,
            description = "Tasks of the array, each with one shard of the runs.")
    private String shards;

    @Option(names = "--cpus", paramLabel = "N", description = "Processors of a task; 1 when not given.")
    private String cpus = "1";

    @Option(names = "--mem", paramLabel = "SIZE", description = "Memory of a task, such as 4G.")
    private String memory;

    @Option(names = "--time", paramLabel = "TIME", description = "Time limit of a task, such as 04:00:00.")
    private String time;

    @Option(names = "--partition", paramLabel = "NAME", description = "Partition to submit to.")
    private String partition;

    @Option(names = "--account", paramLabel = "NAME", description = "Account that is charged.")
    private String account;

    @Option(
            names = "--before",
            paramLabel = "LINE",
            description = "Shell line before the program starts, such as 'module load java/17'.")
    private String before = "";

    @Option(
            names = "--out",
            converter = OutputPathConverter.class,
            paramLabel = "DIR",
            description = "Where the merged results go; results/NAME when not given. The jobs go beside it.")
    private Path out;

    @Option(names = "--jar", paramLabel = "FILE", description = "The program to run; this one when not given.")
    private Path jar;

    @Option(names = "--submit", description = "Submit the jobs, too.")
    private boolean submit;

    public SlurmCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        OptionErrors errors = new OptionErrors();
        int tasks = errors.count("--shards", shards);
        int processors = errors.threads("--cpus", cpus);
        errors.form("--mem", memory, "\\d+[KMGT]?", "a size such as 4G");
        errors.form("--time", time, TIME, "a time such as 90 (minutes), 04:00:00 or 2-00:00:00");
        errors.form("--partition", partition, "[\\w.,-]+", "a name");
        errors.form("--account", account, "[\\w.,-]+", "a name");
        errors.check();
        Experiment experiment = model.experiment(console, file);
        Path results = out == null ? Path.of("results", experiment.name()) : out;
        Path jobs = results.resolveSibling(results.getFileName() + "-slurm");
        check(experiment, tasks, results, jobs);
        Path program = program();
        Optional<Path> another = ofModel(experiment, program);
        write(experiment, tasks, processors, results, jobs, another.isPresent());
        copy(program, jobs.resolve(PROGRAM));
        if (another.isPresent()) {
            copy(another.get(), jobs.resolve(MODEL));
        }
        console.out()
                .println(experiment.title() + ": " + Text.count(experiment.runCount(), "run") + " in "
                        + Text.count(tasks, "task") + ", written to " + jobs + "/");
        if (submit) {
            return submitted(jobs);
        }
        console.out().println("Submit them with: " + jobs.resolve("submit"));
        return 0;
    }

    private void check(Experiment experiment, int tasks, Path results, Path jobs) throws UsageError, IOException {
        List<String> faults = new ArrayList<>();
        if (experiment.design().goal().filter(SearchGoal::searches).isPresent()) {
            faults.add(file + " is a search, whose points depend on one another: it has no shards.");
        }
        if (tasks > experiment.runCount()) {
            faults.add("--shards is " + tasks + "; allowed is a whole number from 1 to " + experiment.runCount()
                    + ", the number of runs.");
        }
        if (!results.getFileName().toString().matches("(?U)[\\w.-]+")) {
            faults.add("--out is " + results + "; the name of that folder may have letters, digits, ., - and _.");
        }
        if (holds(results)) {
            faults.add(results + " holds something already; it is left as it is. Give another folder with --out.");
        }
        if (holds(jobs)) {
            faults.add(jobs + " holds the jobs of an earlier call; start those with " + jobs.resolve("submit")
                    + ", or remove that folder, or give another with --out.");
        }
        if (!faults.isEmpty()) {
            throw new UsageError(faults);
        }
        if (tasks > USUAL_MOST) {
            console.message("Slurm takes arrays of up to " + USUAL_MOST
                    + " tasks unless the cluster allows more (scontrol show config | grep MaxArraySize).");
        }
    }

    private static boolean holds(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder);
        }
        try (var entries = Files.newDirectoryStream(folder)) {
            return entries.iterator().hasNext();
        }
    }

    private Path program() throws URISyntaxException, UsageError {
        Path program = jar != null
                ? jar
                : Path.of(SlurmCommand.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
        if (!Files.isRegularFile(program)) {
            throw new UsageError("The program to run, " + program + ", is no file; --jar names one.");
        }
        return program;
    }

    /** The jar of a model that is not in the program's. */
    private static Optional<Path> ofModel(Experiment experiment, Path program) throws URISyntaxException, UsageError {
        String name = experiment.model().name();
        if (ModelOption.isMarket(name)) {
            return Optional.empty();
        }
        Path jar = ModelOption.origin(name);
        if (!Files.isRegularFile(jar)) {
            throw new UsageError("The model " + name + " is in " + jar + ", which is no jar; a cluster needs one.");
        }
        return jar.equals(program) ? Optional.empty() : Optional.of(jar);
    }

    private void write(Experiment experiment, int tasks, int processors, Path results, Path jobs, boolean ofAnotherJar)
            throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("name", experiment.name());
        words.put("shards", Integer.toString(tasks));
        words.put("cpus", Integer.toString(processors));
        words.put("out", results.getFileName().toString());
        words.put("before", before);
        words.put("options", options());
        words.put("model", model.toString());
        words.put("classpath", ofAnotherJar ? PROGRAM + ":" + MODEL : PROGRAM);
        try {
            Files.createDirectories(jobs.resolve("logs"));
            Files.createDirectories(jobs.resolve("shards"));
            for (String name : List.of("sweep.sbatch", "merge.sbatch", "submit")) {
                Files.writeString(jobs.resolve(name), filled(name, words));
            }
            Files.writeString(jobs.resolve(ResultFiles.EXPERIMENT), experiment.text());
            for (Map.Entry<String, String> beside : experiment.enclosed().entrySet()) {
                Path copy = jobs.resolve(beside.getKey());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, beside.getValue());
            }
            File start = jobs.resolve("submit").toFile();
            if (!start.setExecutable(true)) {
                throw new IOException("it cannot be made executable");
            }
        } catch (IOException failed) {
            throw new IOException(jobs + " cannot be written: " + failed.getMessage() + ".", failed);
        }
    }

    private String options() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("mem", memory);
        given.put("time", time);
        given.put("partition", partition);
        given.put("account", account);
        StringBuilder lines = new StringBuilder();
        given.forEach((option, value) -> {
            if (value != null) {
                lines.append("#SBATCH --")
                        .append(option)
                        .append('=')
                        .append(value)
                        .append('\n');
            }
        });
        return lines.toString().stripTrailing();
    }

    /** A job, its words put in; the line of a word that is empty is left out. */
    private static String filled(String name, Map<String, String> words) throws IOException {
        String text;
        try (InputStream in = SlurmCommand.class.getResourceAsStream("/greenlight/app/slurm/" + name)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (Map.Entry<String, String> word : words.entrySet()) {
            String mark = "@" + word.getKey() + "@";
            text = word.getValue().isEmpty()
                    ? text.replace(mark + "\n", "").replace(mark, "")
                    : text.replace(mark, word.getValue());
        }
        return text;
    }

    private static void copy(Path program, Path to) throws IOException {
        try {
            Files.copy(program, to);
        } catch (IOException failed) {
            throw new IOException(to + " cannot be written: " + failed.getMessage() + ".", failed);
        }
    }

    private int submitted(Path jobs) throws IOException, InterruptedException, UsageError {
        Process process = new ProcessBuilder(
                        jobs.resolve("submit").toAbsolutePath().toString())
                .redirectErrorStream(true)
                .start();
        try (OutputStream nothing = process.getOutputStream()) {
            nothing.flush();
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new UsageError(List.of(
                    said, "Nothing was submitted; the jobs are in " + jobs + ", to be started with its submit."));
        }
        console.out().println(said);
        return 0;
    }
}
