package greenlight.runner.run;

import greenlight.runner.journal.FinishedRunIndex;
import greenlight.runner.journal.Journal;
import greenlight.runner.journal.RunRows;
import greenlight.runner.journal.SweepFolder;
import greenlight.runner.results.ResultFiles;
import greenlight.runner.results.ResultFolder;
import greenlight.runner.results.Software;
import greenlight.runner.scenario.ScenarioCopy;
import greenlight.runner.scenario.ScenarioFiles;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Folders with the shards of one experiment: each finished, unchanged, made by the same version, and given once. */
public final class Shards {
    /** The most sentences about shards in a message. */
    private static final int MOST_FAULTS = 8;

    /** Of runs or shards that are missing, how many are named. */
    private static final int MOST_NAMED = 3;

    private final List<ResultFolder> all;

    private Shards(List<ResultFolder> all) {
        this.all = all;
    }

    /**
     * Looks the folders over; nothing is written.
     *
     * @param folders at least one
     * @throws BadExperiment with a sentence about each folder that is missing, unfinished, cut off or changed, there
     *     twice, of another experiment or by another version
     */
    public static Shards of(List<Path> folders) throws IOException, BadExperiment {
        refuse(unfinished(folders));
        List<ResultFolder> all = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path folder : folders) {
            ResultFolder shard = ResultFolder.in(folder);
            all.add(shard);
            faults.addAll(shard.changed());
        }
        refuse(faults);
        refuse(strangers(all));
        refuse(doubled(all));
        return new Shards(all);
    }

    private static void refuse(List<String> faults) throws BadExperiment {
        if (faults.size() > MOST_FAULTS) {
            List<String> some = new ArrayList<>(faults.subList(0, MOST_FAULTS));
            some.add("And " + (faults.size() - MOST_FAULTS) + " more.");
            throw new BadExperiment(some);
        }
        if (!faults.isEmpty()) {
            throw new BadExperiment(faults);
        }
    }

    private static List<String> unfinished(List<Path> folders) {
        List<String> faults = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                faults.add("The shard " + folder + " is missing: there is no such folder.");
            } else if (Journal.in(folder) || Files.exists(folder.resolve(RunRows.RUNS + SweepFolder.PART))) {
                faults.add("The shard " + folder + " is not finished; finish it with sweep --resume.");
            } else {
                for (String name : List.of(RunRows.RUNS, ResultFiles.EXPERIMENT, ResultFiles.DATA_PACKAGE)) {
                    if (!Files.isRegularFile(folder.resolve(name))) {
                        faults.add(folder + " is no shard of a sweep: it has no " + name + ".");
                        break;
                    }
                }
            }
        }
        return faults;
    }

    /** Shards that do not go with the first. */
    private static List<String> strangers(List<ResultFolder> all) throws IOException {
        ResultFolder first = all.get(0);
        List<String> faults = new ArrayList<>();
        for (ResultFolder shard : all) {
            if (!same(ResultFiles.EXPERIMENT, first, shard)) {
                faults.add(first.folder() + " and " + shard.folder() + " are shards of different experiments: their "
                        + ResultFiles.EXPERIMENT + " differ.");
            } else if (!shard.version().equals(first.version())) {
                faults.add(first.folder() + " and " + shard.folder() + " were made by different versions: "
                        + version(first) + " and " + version(shard) + ".");
            }
        }
        return faults;
    }

    private static boolean same(String name, ResultFolder one, ResultFolder other) throws IOException {
        Path there = other.folder().resolve(name);
        return Files.isRegularFile(there)
                && Arrays.equals(Files.readAllBytes(one.folder().resolve(name)), Files.readAllBytes(there));
    }

    private static String version(ResultFolder shard) {
        Software software = shard.software();
        return software.name() + " " + software.version() + ", commit " + software.commit() + ", model "
                + shard.version();
    }

    private static List<String> doubled(List<ResultFolder> all) throws IOException {
        List<String> faults = new ArrayList<>();
        Map<String, Path> folders = new LinkedHashMap<>();
        Map<String, Path> numbers = new LinkedHashMap<>();
        for (ResultFolder shard : all) {
            Path before = folders.putIfAbsent(shard.folder().toRealPath().toString(), shard.folder());
            if (before != null) {
                faults.add("The shard " + before + " is given twice.");
            } else if (!shard.shard().isEmpty()) {
                Path other = numbers.putIfAbsent(shard.shard(), shard.folder());
                if (other != null) {
                    faults.add(other + " and " + shard.folder() + " are both shard " + shard.shard() + ".");
                }
            }
        }
        return faults;
    }

    /** Refuses shards that this program, reading their experiment, cannot put together. */
    void check(Experiment experiment, Path folder) throws IOException, BadExperiment {
        ResultFolder first = all.get(0);
        List<String> faults = new ArrayList<>();
        if (!first.version().equals(experiment.model().version())) {
            faults.add("The shards were made by " + version(first) + "; this is model "
                    + experiment.model().version() + ". Merge them with the program that made them.");
        }
        for (ResultFolder shard : all) {
            for (String name : experiment.enclosed().keySet()) {
                if (ScenarioFiles.copied(name).isEmpty() && !same(name, first, shard)) {
                    faults.add(first.folder() + " and " + shard.folder() + " are shards of different experiments:"
                            + " their " + name + " differ.");
                }
            }
            for (String name : experiment.ownScenarios().keySet()) {
                if (!ScenarioCopy.agrees(shard.folder(), experiment.model(), name)) {
                    faults.add(first.folder() + " and " + shard.folder() + " are shards of different experiments:"
                            + " they start from different scenarios of the name " + name + ".");
                }
            }
            if (Files.exists(folder) && Files.isSameFile(folder, shard.folder())) {
                faults.add(folder + " is one of the shards; the merged tables need a folder of their own.");
            }
        }
        refuse(faults);
    }

    /** The folders, in the order given. */
    public List<Path> folders() {
        return all.stream().map(ResultFolder::folder).toList();
    }

    /** The program that made them all; where several did, the one that puts them together. */
    Software software() {
        Software first = all.get(0).software();
        return all.stream().allMatch(shard -> shard.software().equals(first)) ? first : Software.here();
    }

    /** Which shards are not there, such as {@code 3/8}, where all are shards of one division; nothing otherwise. */
    private List<String> missing() {
        TreeSet<Integer> parts = new TreeSet<>();
        int of = 0;
        for (ResultFolder shard : all) {
            String[] number = shard.shard().split("/", -1);
            if (number.length != 2 || (of > 0 && Integer.parseInt(number[1]) != of)) {
                return List.of();
            }
            of = Integer.parseInt(number[1]);
            parts.add(Integer.parseInt(number[0]));
        }
        List<String> missing = new ArrayList<>();
        for (int part = 1; part <= of; part++) {
            if (!parts.contains(part)) {
                missing.add(part + "/" + of);
            }
        }
        return missing;
    }

    /** Refuses shards that lack runs of the experiment: names some of them, and the shards that are not there. */
    void refuseMissing(Experiment experiment, FinishedRunIndex runs) throws BadExperiment {
        List<String> lacking = new ArrayList<>();
        int most = experiment.mostReplications();
        int count = 0;
        for (int place = 0; place < experiment.runCount(); place++) {
            Run run = experiment.run(place);
            // of replications that the precision decides on, the first ones are always there
            if (place % most < experiment.replications() && !runs.has(run.id())) {
                count++;
                if (lacking.size() < MOST_NAMED) {
                    lacking.add(run.id() + " (point " + run.point() + ", replication " + run.replication() + ")");
                }
            }
        }
        if (count == 0) {
            return;
        }
        List<String> shards = missing();
        String lack = "The shards lack " + count + " of " + experiment.runCount() + " runs, such as "
                + String.join(", ", lacking) + ".";
        if (shards.isEmpty()) {
            throw new BadExperiment(List.of(lack));
        }
        String named = String.join(", ", shards.subList(0, Math.min(MOST_NAMED, shards.size())))
                + (shards.size() > MOST_NAMED ? " and " + (shards.size() - MOST_NAMED) + " more" : "");
        throw new BadExperiment(List.of(
                lack,
                shards.size() == 1
                        ? "Shard " + named + " is not among them: give its folder too, or run it with sweep --shard."
                        : "Shards " + named
                                + " are not among them: give their folders too, or run them with sweep --shard."));
    }
}
