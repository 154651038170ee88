package greenlight.runner.ensemble;

import greenlight.runner.csv.BadTable;
import greenlight.runner.csv.CsvReader;
import greenlight.runner.csv.TextFile;
import greenlight.runner.format.FileFault;
import greenlight.runner.format.SpellingSuggestion;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an ensemble for a model: a CSV file with the columns {@code setting} (1, 2, ... line by line) and {@code weight},
 * then a column for each parameter that it sets.
 */
public final class EnsembleReader {
    /** How many faults of a file are listed: one habit may spoil every line. */
    private static final int LISTED = 20;

    /** Sums of weights stay finite. */
    private static final double MOST_WEIGHT = 1e9;

    /** The table of the model's own ensemble, in messages. */
    private static final Path SHIPPED = Path.of(Ensemble.FILE);

    private static final String END = ".csv";

    /** Takes a fault of a file, in a sentence. */
    @FunctionalInterface
    public interface Faults {
        /**
         * Takes a fault.
         *
         * @param line from 1; {@link Integer#MAX_VALUE} for the file as a whole
         * @param cell of the line, from 1
         */
        void in(String file, int line, int cell, String sentence);
    }

    private final Model model;
    private final Consumer<String> refused;
    private final Faults found;
    private final List<Ensemble.Member> members = new ArrayList<>();
    private final Map<Integer, Parameter> columns = new LinkedHashMap<>();
    private int setting = -1;
    private int weight = -1;
    /** Of the settings read so far. */
    private int count;

    private String file = "";
    private int faults;

    /**
     * A reader.
     *
     * @param refused takes what is wrong with the name of an ensemble
     * @param found takes what is wrong in its file
     */
    public EnsembleReader(Model model, Consumer<String> refused, Faults found) {
        this.model = model;
        this.refused = refused;
        this.found = found;
    }

    /**
     * The ensemble of a name; empty, with every fault given away, where there is none or it has faults.
     *
     * @param name the word {@code ensemble}, for the one that the model ships, or the path of a CSV file
     * @param folder in which a relative path begins
     * @throws IOException in one sentence, when a file is there but cannot be read
     */
    public Optional<Ensemble> named(String name, Path folder) throws IOException {
        if (model.tables().stream().anyMatch(one -> one.name().equals(Ensemble.WORD))) {
            refused.accept("the model " + model.name() + " has a table " + Ensemble.FILE
                    + ", the name under which results" + " keep an ensemble; allowed is none.");
            return Optional.empty();
        }
        if (name.equals(Ensemble.WORD)) {
            if (model.ensemble().isEmpty()) {
                refused.accept(
                        "the model " + model.name() + " ships no ensemble; allowed is the path of a CSV file with the"
                                + " columns setting and weight and one for each parameter.");
            }
            return model.ensemble().flatMap(text -> read(text, SHIPPED));
        }
        if (!name.endsWith(END)) {
            String near = SpellingSuggestion.to(name, List.of(Ensemble.WORD))
                    .map(word -> "; did you mean " + word + "?")
                    .orElse(".");
            refused.accept("found '" + name + "'; allowed is the word " + Ensemble.WORD + " or the path of a " + END
                    + " file" + near);
            return Optional.empty();
        }
        Path path = folder.resolve(name);
        if (!Files.isRegularFile(path)) {
            refused.accept(
                    Files.exists(path)
                            ? path + " is not a regular file; allowed is one."
                            : "there is no file " + path + nearest(path));
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(path);
            return read(
                    TextFile.charset(bytes)
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    path);
        } catch (CharacterCodingException bad) {
            found.in(path.toString(), Integer.MAX_VALUE, 1, "not UTF-8 text.");
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new IOException(path + " cannot be read: " + FileFault.reason(unreadable) + ".", unreadable);
        }
    }

    private static String nearest(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        List<String> there = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*" + END)) {
                files.forEach(one -> there.add(one.getFileName().toString()));
            }
        }
        there.sort(Comparator.naturalOrder());
        return SpellingSuggestion.to(path.getFileName().toString(), there)
                .map(near -> "; did you mean " + path.resolveSibling(near) + "?")
                .orElse(".");
    }

    private Optional<Ensemble> read(String text, Path path) {
        file = path.toString();
        long end = 1;
        try (CsvReader rows = CsvReader.of(text, path)) {
            header(rows);
            while (!columns.isEmpty()) {
                boolean more = rows.nextRow();
                end = rows.line();
                if (!more) {
                    break;
                }
                count++;
                Optional<String> misfit = rows.misfit();
                if (misfit.isPresent()) {
                    fault(end, 1, misfit.get());
                } else {
                    member(rows);
                }
            }
        } catch (BadTable bad) {
            noTable(bad.getMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (faults == 0 && members.isEmpty()) {
            fault(end, 1, "no settings; allowed is a line of columns, then a line for each setting.");
        }
        if (faults > LISTED) {
            found.in(file, Integer.MAX_VALUE, 1, "and " + (faults - LISTED) + " more faults of this file.");
        }
        return faults == 0 ? Optional.of(new Ensemble(text, members)) : Optional.empty();
    }

    /** A file that is no table says so with its place before the sentence. */
    private void noTable(String message) {
        Matcher placed =
                Pattern.compile(Pattern.quote(file) + ":(?:(\\d+):)? ?(.*)").matcher(message);
        boolean known = placed.matches();
        boolean line = known && placed.group(1) != null;
        fault(line ? Integer.parseInt(placed.group(1)) : Integer.MAX_VALUE, 1, known ? placed.group(2) : message);
    }

    private void header(CsvReader rows) {
        for (int place = 0; place < rows.header().size(); place++) {
            String key = rows.header().get(place);
            Optional<Parameter> parameter = model.parameter(key);
            if (rows.header().indexOf(key) < place) {
                fault(1, rows.column(place), key + ": given a second time; allowed is a column for each parameter.");
            } else if (key.equals(Ensemble.SETTING)) {
                setting = place;
            } else if (key.equals(Ensemble.WEIGHT)) {
                weight = place;
            } else if (parameter.isPresent()) {
                columns.put(place, parameter.get());
            } else {
                List<String> known = new ArrayList<>(List.of(Ensemble.SETTING, Ensemble.WEIGHT));
                known.addAll(model.keysNear(key));
                fault(
                        1,
                        rows.column(place),
                        "'" + key + "': no column of that name" + SpellingSuggestion.hint(key, known, "."));
            }
        }
        if (setting < 0 || weight < 0) {
            String missing = setting < 0 ? Ensemble.SETTING : Ensemble.WEIGHT;
            fault(
                    1,
                    1,
                    "no column " + missing + "; allowed are the columns setting, weight and one for each parameter.");
        }
        if (columns.isEmpty() && faults == 0) {
            fault(1, 1, "no column of a parameter; allowed is one or more.");
        }
        if (faults > 0) {
            columns.clear();
        }
    }

    private void member(CsvReader rows) {
        String number = rows.cell(setting).strip();
        String next = Integer.toString(count);
        if (!number.equals(next)) {
            String allowed = next + ", for settings count from 1, line by line";
            fault(rows, setting, ParameterCell.refusal(Ensemble.SETTING, number, allowed, ""));
        }
        String given = rows.cell(weight).strip();
        OptionalDouble weighed = CsvReader.number(given).stream()
                .filter(value -> value > 0 && value <= MOST_WEIGHT)
                .findFirst();
        if (weighed.isEmpty()) {
            fault(
                    rows,
                    weight,
                    ParameterCell.refusal(
                            Ensemble.WEIGHT, given, "a number above 0, at most 1e9", CsvReader.cause(given)));
        }
        Map<Parameter, Double> values = new LinkedHashMap<>();
        columns.forEach((place, parameter) -> {
            String cell = rows.cell(place).strip();
            OptionalDouble value = ParameterCell.value(cell, parameter);
            value.ifPresentOrElse(
                    level -> values.put(parameter, level),
                    () -> fault(
                            rows,
                            place,
                            ParameterCell.refusal(parameter.key(), cell, parameter.allowed(), CsvReader.cause(cell))));
        });
        members.add(new Ensemble.Member(weighed.orElse(1), values));
    }

    private void fault(CsvReader rows, int place, String sentence) {
        fault(rows.line(), rows.column(place), sentence);
    }

    /** Complains about a cell: line and cell of the line, both from 1. */
    private void fault(long line, int cell, String sentence) {
        if (++faults <= LISTED) {
            found.in(file, (int) line, cell, sentence);
        }
    }
}
