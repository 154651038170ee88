package greenlight.runner.csv;

import greenlight.runner.format.Decimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * CSV text made cell by cell, as bytes: RFC 4180 but for lines, which end in a single line feed as pandas, R and DuckDB
 * write them. The same bytes as those of Commons CSV, which reads our tables; its printer takes text for every cell,
 * and half as long again as the runs that the text tells of.
 */
public final class CsvWriter {
    /** Below it a whole real is written in full, and above it with an exponent. */
    private static final double PLAIN = 1e7;

    private static final int TEN = 10;

    private static final int ASCII = 128;
    /** The longest number, letters. */
    private static final int NUMBER = 32;
    /** Letters for which a cell stands in quotes. */
    private static final boolean[] SPECIAL = new boolean[ASCII];

    static {
        for (char letter : new char[] {',', '"', '\n', '\r'}) {
            SPECIAL[letter] = true;
        }
    }

    private byte[] bytes = new byte[1 << 10];
    private int length;
    /** Whether the next cell begins a line. */
    private boolean first = true;

    /** Begins anew, in the memory that it has. */
    public CsvWriter wipe() {
        length = 0;
        first = true;
        return this;
    }

    /** Words, in quotes where they need them. */
    public CsvWriter cell(String text) {
        boolean quoted = text.isEmpty() && first;
        open();
        int letters = text.length();
        room(letters);
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < letters; i++) {
            char letter = text.charAt(i);
            if (letter >= ASCII) {
                return encoded(text.getBytes(StandardCharsets.UTF_8));
            }
            quoted |= SPECIAL[letter];
            to[at + i] = (byte) letter;
        }
        if (quoted || (letters > 0 && ends(to[at], to[at + letters - 1]))) {
            quote(text.getBytes(StandardCharsets.UTF_8));
        } else {
            length += letters;
        }
        return this;
    }

    /** A cell that needs no quotes, or has them. */
    public CsvWriter cell(byte[] letters) {
        open();
        letters(letters);
        return this;
    }

    /** Words with letters beyond ASCII, whose bytes are negative. */
    private CsvWriter encoded(byte[] text) {
        boolean quoted = ends(text[0], text[text.length - 1]);
        for (byte letter : text) {
            quoted |= letter >= 0 && SPECIAL[letter];
        }
        if (quoted) {
            quote(text);
        } else {
            letters(text);
        }
        return this;
    }

    /** Whether text that begins and ends so might be taken for something else. */
    private static boolean ends(byte first, byte last) {
        return (first >= 0 && first <= '#') || (last >= 0 && last <= ' ');
    }

    private void quote(byte[] text) {
        room(2 * text.length + 2);
        put('"');
        for (byte letter : text) {
            if (letter == '"') {
                put('"');
            }
            put(letter);
        }
        put('"');
    }

    private void letters(byte[] letters) {
        room(letters.length);
        System.arraycopy(letters, 0, bytes, length, letters.length);
        length += letters.length;
    }

    /** A real number, as {@link Decimal#text} has it. */
    public CsvWriter cell(double value) {
        open();
        if (value == Math.rint(value) && Math.abs(value) < PLAIN) {
            whole((long) value);
            put('.');
            put('0');
            return this;
        }
        String decimal = Decimal.text(value);
        for (int i = 0; i < decimal.length(); i++) {
            put(decimal.charAt(i));
        }
        return this;
    }

    public CsvWriter cell(long value) {
        open();
        whole(value);
        return this;
    }

    /** A cell of a column that does not apply. */
    public CsvWriter empty() {
        open();
        return this;
    }

    /** Ends the line. */
    public CsvWriter end() {
        room(1);
        put('\n');
        first = true;
        return this;
    }

    /** All of it, as text. */
    public String text() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void whole(long value) {
        if (value >= 0 && value < TEN) {
            put('0' + (int) value);
            return;
        }
        if (value == Long.MIN_VALUE) {
            letters(Long.toString(value).getBytes(StandardCharsets.UTF_8));
            return;
        }
        long rest = Math.abs(value);
        if (value < 0) {
            put('-');
        }
        int digits = 1;
        for (long above = rest / TEN; above > 0; above /= TEN) {
            digits++;
        }
        for (int place = length + digits - 1; place >= length; place--) {
            bytes[place] = (byte) ('0' + rest % TEN);
            rest /= TEN;
        }
        length += digits;
    }

    /** Parts a cell from the one before, and makes room for a number. */
    private void open() {
        room(NUMBER);
        if (!first) {
            put(',');
        }
        first = false;
    }

    /** Where there is room. */
    private void put(int letter) {
        bytes[length++] = (byte) letter;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + more));
        }
    }
}
