package greenlight.market.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a CSV text with a header (RFC 4180), each cell with its place. A cell in quotation marks may have commas, line
 * ends and doubled quotation marks; empty lines are left out.
 */
final class CsvRows {
    private final String file;
    private final String text;
    private final WorldFaults faults;
    private int at;
    private int line = 1;
    private boolean broken;

    private CsvRows(String file, String text, WorldFaults faults) {
        this.file = file;
        this.text = text;
        this.faults = faults;
    }

    /** The columns of a text, and its rows as far as they are whole; the rest is complained of. */
    record Rows(List<Cell> header, List<WorldRow> rows) {}

    static Rows of(String file, String text, WorldFaults faults) {
        return new CsvRows(file, text, faults).rows();
    }

    private Rows rows() {
        List<Cell> header = next();
        List<WorldRow> rows = new ArrayList<>();
        while (!header.isEmpty() && !broken) {
            List<Cell> cells = next();
            if (cells.isEmpty() || broken) {
                break;
            }
            if (cells.size() != header.size()) {
                faults.add(
                        cells.get(0),
                        "found " + cells.size() + (cells.size() == 1 ? " cell" : " cells") + " in a row; allowed are "
                                + header.size()
                                + ", one for each column (a cell with a comma needs quotation marks).");
                continue;
            }
            Map<String, Cell> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.putIfAbsent(header.get(i).text(), cells.get(i));
            }
            Cell first = cells.get(0);
            rows.add(new WorldRow(new Cell("", file, first.line(), 0), row));
        }
        return new Rows(header, rows);
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
