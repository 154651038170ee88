package greenlight.market.world;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What firms may be called: by names that are seen, that are no others', and that nothing else has. */
final class FirmNames {
    private static final int LONGEST = 60;

    /** What tables and news call others than a world's firms. */
    static final List<String> TAKEN = List.of(
            "*",
            "market",
            "users",
            "compute suppliers",
            "rest of the world",
            "artists and authors",
            "the regulator",
            "the outside rivals");

    /** Start-ups that are founded when the names of newcomers are used up. */
    private static final String FOUNDED = "newcomer ";

    // spotless:off
    /**
     * Characters that leave no mark of their own: marks of direction and of width 0, fillers, and blanks other than the plain one. Two names
     * that differ in them alone look the same. Controls, which no cell may have, are not among them. First and last of each range;
     * after the categories Cf, Cs, Zs, Zl, Zp and the fillers of Unicode 15.
     */
    private static final int[][] RANGES = {
        {0x00A0, 0x00A0}, {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x0600, 0x0605}, {0x061C, 0x061C},
        {0x06DD, 0x06DD}, {0x070F, 0x070F}, {0x115F, 0x1160}, {0x1680, 0x1680}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
        {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F}, {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164},
        {0xD800, 0xDFFF}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3},
        {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}
    };
    // spotless:on

    private static final int DIGITS = 4;

    private FirmNames() {}

    /** Complains of names that no firm can have, and of those that two have. */
    static void check(Map<WorldTable, List<WorldRow>> rows, CellReader cells, WorldFaults faults) {
        Map<String, Cell> seen = new TreeMap<>();
        for (WorldTable table :
                List.of(WorldTable.STUDIOS, WorldTable.VENDORS, WorldTable.INVESTORS, WorldTable.NEWCOMERS)) {
            for (WorldRow row : rows.get(table)) {
                Cell cell = row.cell("name");
                if (!cells.name(table, row, "name")) {
                    continue;
                }
                OptionalInt unseen = firstUnseen(cell.text());
                if (unseen.isPresent()) {
                    int character = cell.text().codePointAt(unseen.getAsInt());
                    faults.add(
                            cell,
                            "name: character " + (1 + cell.text().codePointCount(0, unseen.getAsInt())) + " of "
                                    + WorldFaults.quoted(cell) + " is U+" + code(character)
                                    + ", which cannot be seen; allowed are characters that can, and plain blanks.");
                }
                String lower = cell.text().toLowerCase(Locale.ROOT);
                boolean taken = TAKEN.contains(lower) || founded(lower);
                if (taken || cell.text().length() > LONGEST) {
                    faults.refuse(
                            cell,
                            "name",
                            "a name of up to " + LONGEST + " characters that is none of " + String.join(", ", TAKEN)
                                    + ", Newcomer 1, Newcomer 2 and so on");
                }
                Cell first = seen.putIfAbsent(cell.text().toLowerCase(Locale.ROOT), cell);
                if (first != null) {
                    faults.add(
                            cell,
                            "name: found " + WorldFaults.quoted(cell) + ", which is the name of the firm at "
                                    + WorldFaults.line(first)
                                    + (first.text().equals(cell.text()) ? ", too" : " but for capitals")
                                    + "; allowed is a name of its own.");
                }
            }
        }
    }

    private static boolean founded(String lower) {
        boolean founded = lower.startsWith(FOUNDED) && lower.length() > FOUNDED.length();
        for (int i = FOUNDED.length(); founded && i < lower.length(); i++) {
            founded = lower.charAt(i) >= '0' && lower.charAt(i) <= '9';
        }
        return founded;
    }

    /** The place of the first character that is not seen in a text, in {@code char}s from 0; empty where there is none. */
    private static OptionalInt firstUnseen(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (unseen(text.codePointAt(at))) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean unseen(int character) {
        for (int[] range : RANGES) {
            if (character >= range[0] && character <= range[1]) {
                return true;
            }
        }
        return false;
    }

    /** Its number as Unicode writes it, such as 200B. */
    private static String code(int character) {
        StringBuilder code = new StringBuilder(Integer.toHexString(character));
        while (code.length() < DIGITS) {
            code.insert(0, '0');
        }
        return code.toString().toUpperCase(Locale.ROOT);
    }
}
