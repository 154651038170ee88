package greenlight.market.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of a CSV text with a header (RFC 4180), each cell with its place. A cell in quotation marks may have commas, line
 * ends and doubled quotation marks; empty lines are left out.
 */
final class CsvRows {
    private static final String COMMENT = "#";

    private final String file;
    private final String text;
    private final WorldFaults faults;
    private int at;
    private int line = 1;
    private boolean broken;
    /** Whether the columns have commas behind them, as lines then may. */
    private boolean trailing;

    private CsvRows(String file, String text, WorldFaults faults) {
        this.file = file;
        this.text = text;
        this.faults = faults;
    }

    /**
     * The columns of a text, and its rows as far as they are right; the rest is complained of.
     *
     * @param whole whether all rows are there
     */
    record Rows(List<Cell> header, List<WorldRow> rows, boolean whole) {}

    static Rows of(String file, String text, WorldFaults faults) {
        return new CsvRows(file, text, faults).rows();
    }

    private Rows rows() {
        List<Cell> header = header();
        List<WorldRow> rows = new ArrayList<>();
        Map<Integer, List<Cell>> misfits = new TreeMap<>();
        boolean parted = parted(header);
        while (parted && !header.isEmpty() && !broken) {
            List<Cell> cells = next();
            if (cells.isEmpty() || broken) {
                break;
            }
            Cell first = cells.get(0);
            if (trailing) {
                cells = cells.subList(0, Math.min(cells.size(), filled(cells, header.size())));
            }
            if (cells.size() == header.size()) {
                Map<String, Cell> row = new LinkedHashMap<>();
                for (int i = 0; i < cells.size(); i++) {
                    row.putIfAbsent(header.get(i).text(), cells.get(i));
                }
                rows.add(new WorldRow(new Cell("", file, first.line(), 0), row));
            } else if (first.text().startsWith(COMMENT)) {
                comment(first);
            } else {
                misfits.putIfAbsent(cells.size(), new ArrayList<>());
                misfits.get(cells.size()).add(first);
            }
        }
        for (Map.Entry<Integer, List<Cell>> alike : misfits.entrySet()) {
            misfit(alike.getKey(), alike.getValue(), header.size());
        }
        return new Rows(header, rows, parted && !broken && misfits.isEmpty());
    }

    /** The first line that is no comment, without what is behind the last column. */
    private List<Cell> header() {
        List<Cell> header = next();
        while (!header.isEmpty() && header.get(0).text().startsWith(COMMENT)) {
            comment(header.get(0));
            header = next();
        }
        int columns = filled(header, 1);
        trailing = columns < header.size();
        if (trailing) {
            faults.add(
                    header.get(columns),
                    "the line of columns ends in a comma; allowed is the name of a column on either side of one.");
        }
        return header.subList(0, Math.min(columns, header.size()));
    }

    /** How many cells there are up to the last that has something, or more. */
    private static int filled(List<Cell> cells, int least) {
        int filled = cells.size();
        while (filled > least && cells.get(filled - 1).empty()) {
            filled--;
        }
        return filled;
    }

    /** Whether the columns are parted by commas; a complaint says by what else. */
    private boolean parted(List<Cell> header) {
        String marks = header.size() == 1 ? parting(header.get(0).text()) : "";
        if (!marks.isEmpty()) {
            faults.add(header.get(0), "the cells are parted by " + marks + "; allowed are commas.");
        }
        return marks.isEmpty();
    }

    /** What a line without a comma seems to be parted by, in a word; empty where it is no known mark. */
    static String parting(String line) {
        return line.indexOf(';') >= 0 ? "semicolons" : line.indexOf('\t') >= 0 ? "tabs" : "";
    }

    private void comment(Cell at) {
        faults.add(
                at,
                "found a comment, " + WorldFaults.quoted(at) + "; a table has none, and what is for people goes under"
                        + " source.");
    }

    /** One sentence for all rows of a wrong number of cells: what spoils one spoils many. */
    private void misfit(int count, List<Cell> starts, int columns) {
        int others = starts.size() - 1;
        faults.add(
                starts.get(0),
                "found " + count + (count == 1 ? " cell" : " cells") + " in a row; allowed are " + columns
                        + ", one for each column (a cell with a comma needs quotation marks)."
                        + (others == 0
                                ? ""
                                : others == 1
                                        ? " One more row is like it."
                                        : " " + others + " more rows are like it."));
    }

    /** The cells of the next line that is not empty; none at the end. */
    private List<Cell> next() {
        while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
            lineEnd();
        }
        List<Cell> cells = new ArrayList<>();
        if (at == text.length()) {
            return cells;
        }
        int start = line;
        boolean more = true;
        while (more && !broken) {
            String cell = at < text.length() && text.charAt(at) == '"' ? quoted(start, cells.size() + 1) : plain();
            cells.add(new Cell(cell.strip(), file, start, cells.size() + 1));
            more = at < text.length() && text.charAt(at) == ',';
            if (more) {
                at++;
            }
        }
        lineEnd();
        return cells;
    }

    private String plain() {
        int from = at;
        while (at < text.length() && ",\n\r".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted(int start, int column) {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append(c);
                at += 2;
            } else if (c == '"') {
                at++;
                if (!plain().isBlank()) {
                    broken = true;
                    faults.add(
                            new Cell("", file, line, column),
                            "found text behind the closing quotation mark of a cell; allowed is a comma or the end of"
                                    + " the line (a quotation mark within a cell is doubled).");
                }
                return cell.toString();
            } else if (c == '\n' || c == '\r') {
                cell.append('\n');
                lineEnd();
            } else {
                cell.append(c);
                at++;
            }
        }
        broken = true;
        faults.add(
                new Cell("", file, start, column),
                "a quotation mark opens this cell and none closes it; allowed is one at each end.");
        return "";
    }

    private void lineEnd() {
        if (at < text.length()) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
            line++;
        }
    }
}
