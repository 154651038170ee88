package greenlight.runner.run;

import greenlight.runner.journal.Journal;
import greenlight.runner.journal.ResultFolder;
import greenlight.runner.journal.SweepFolder;
import greenlight.runner.results.Provenance;
import greenlight.runner.results.Software;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Folders with the shares of one experiment, each finished, as it was written, made by one version, and there once. */
public final class Shards {
    /** Of sentences about shares, how many are told. */
    private static final int MOST_TOLD = 8;

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
            ResultFolder share = ResultFolder.in(folder);
            all.add(share);
            faults.addAll(share.changed());
        }
        refuse(faults);
        refuse(strangers(all));
        refuse(doubled(all));
        return new Shards(all);
    }

    private static void refuse(List<String> faults) throws BadExperiment {
        if (faults.size() > MOST_TOLD) {
            List<String> told = new ArrayList<>(faults.subList(0, MOST_TOLD));
            told.add("So it is with " + (faults.size() - MOST_TOLD) + " more.");
            throw new BadExperiment(told);
        }
        if (!faults.isEmpty()) {
            throw new BadExperiment(faults);
        }
    }

    private static List<String> unfinished(List<Path> folders) {
        List<String> faults = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                faults.add("The share " + folder + " is missing: there is no such folder.");
            } else if (Journal.in(folder) || Files.exists(folder.resolve(Sweep.RUNS + SweepFolder.PART))) {
                faults.add("The share " + folder + " is not finished; finish it with sweep --resume.");
            } else {
                for (String name : List.of(Sweep.RUNS, Sweep.EXPERIMENT, Provenance.DATA_PACKAGE)) {
                    if (!Files.isRegularFile(folder.resolve(name))) {
                        faults.add(folder + " is no share of a sweep: it has no " + name + ".");
                        break;
                    }
                }
            }
        }
        return faults;
    }

    /** Shares that do not go with the first. */
    private static List<String> strangers(List<ResultFolder> all) throws IOException {
        ResultFolder first = all.get(0);
        List<String> faults = new ArrayList<>();
        for (ResultFolder share : all) {
            if (!same(Sweep.EXPERIMENT, first, share)) {
                faults.add(first.folder() + " and " + share.folder() + " are shares of different experiments: their "
                        + Sweep.EXPERIMENT + " differ.");
            } else if (!share.version().equals(first.version())) {
                faults.add(first.folder() + " and " + share.folder() + " were made by different versions: "
                        + version(first) + " and " + version(share) + ".");
            }
        }
        return faults;
    }

    private static boolean same(String name, ResultFolder one, ResultFolder other) throws IOException {
        Path there = other.folder().resolve(name);
        return Files.isRegularFile(there)
                && Arrays.equals(Files.readAllBytes(one.folder().resolve(name)), Files.readAllBytes(there));
    }

    private static String version(ResultFolder share) {
        Software software = share.software();
        return software.name() + " " + software.version() + ", commit " + software.commit() + ", model "
                + share.version();
    }

    private static List<String> doubled(List<ResultFolder> all) throws IOException {
        List<String> faults = new ArrayList<>();
        Map<String, Path> folders = new LinkedHashMap<>();
        Map<String, Path> shards = new LinkedHashMap<>();
        for (ResultFolder share : all) {
            Path before = folders.putIfAbsent(share.folder().toRealPath().toString(), share.folder());
            if (before != null) {
                faults.add("The share " + before + " is given twice.");
            } else if (!share.shard().isEmpty()) {
                Path other = shards.putIfAbsent(share.shard(), share.folder());
                if (other != null) {
                    faults.add(other + " and " + share.folder() + " are both share " + share.shard() + ".");
                }
            }
        }
        return faults;
    }

    /** Refuses shares that this program, reading their experiment, cannot put together. */
    void check(Experiment experiment, Path folder) throws IOException, BadExperiment {
        ResultFolder first = all.get(0);
        List<String> faults = new ArrayList<>();
        if (!first.version().equals(experiment.model().version())) {
            faults.add("The shares were made by " + version(first) + "; this is model "
                    + experiment.model().version() + ". Merge them with the program that made them.");
        }
        for (ResultFolder share : all) {
            for (String name : experiment.enclosed().keySet()) {
                if (!same(name, first, share)) {
                    faults.add(first.folder() + " and " + share.folder() + " are shares of different experiments:"
                            + " their " + name + " differ.");
                }
            }
            if (Files.exists(folder) && Files.isSameFile(folder, share.folder())) {
                faults.add(folder + " is one of the shares; what they come to needs a folder of its own.");
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
        return all.stream().allMatch(share -> share.software().equals(first)) ? first : Software.here();
    }

    /** Which shares are not there, such as {@code 3/8}, where all are shares of one division; nothing otherwise. */
    List<String> missing() {
        TreeSet<Integer> parts = new TreeSet<>();
        int of = 0;
        for (ResultFolder share : all) {
            String[] shard = share.shard().split("/", -1);
            if (shard.length != 2 || (of > 0 && Integer.parseInt(shard[1]) != of)) {
                return List.of();
            }
            of = Integer.parseInt(shard[1]);
            parts.add(Integer.parseInt(shard[0]));
        }
        List<String> missing = new ArrayList<>();
        for (int part = 1; part <= of; part++) {
            if (!parts.contains(part)) {
                missing.add(part + "/" + of);
            }
        }
        return missing;
    }
}
