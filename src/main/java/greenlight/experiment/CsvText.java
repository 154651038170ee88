package greenlight.experiment;

import greenlight.parameter.Decimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * CSV text made cell by cell, as bytes: RFC 4180 but for lines, which end in a single line feed as pandas, R and DuckDB
 * write them. The same bytes as those of Commons CSV, which reads our tables; its printer takes text for every cell,
 * and half as long again as the runs that the text tells of.
 */
final class CsvText {
    /** Below it a whole real is written in full, and above it with an exponent. */
    private static final double PLAIN = 1e7;

    private static final int TEN = 10;

    private byte[] bytes = new byte[1 << 10];
    private int length;
    /** Whether the next cell begins a line. */
    private boolean first = true;

    /** Words, in quotes where they need them. */
    CsvText cell(String text) {
        boolean quoted = text.isEmpty() && first;
        open();
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        if (quoted || special(letters)) {
            put('"');
            letters(text.replace("\"", "\"\"").getBytes(StandardCharsets.UTF_8));
            put('"');
        } else {
            letters(letters);
        }
        return this;
    }

    /** Whether a reader might take the text for something else unless it stands in quotes. */
    private static boolean special(byte[] text) {
        if (text.length == 0) {
            return false;
        }
        boolean special = low(text[0], '#') || low(text[text.length - 1], ' ');
        for (byte letter : text) {
            special |= letter == ',' || letter == '"' || letter == '\n' || letter == '\r';
        }
        return special;
    }

    /** Whether a byte is an ASCII letter up to a given one; those beyond ASCII are negative. */
    private static boolean low(byte letter, char most) {
        return letter >= 0 && letter <= most;
    }

    private void letters(byte[] letters) {
        room(letters.length);
        System.arraycopy(letters, 0, bytes, length, letters.length);
        length += letters.length;
    }

    /** A real number, as {@link Decimal#text} has it. */
    CsvText cell(double value) {
        open();
        if (value == Math.rint(value) && Math.abs(value) < PLAIN) {
            whole((long) value);
            put('.');
            put('0');
            return this;
        }
        letters(Decimal.text(value).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    CsvText cell(long value) {
        open();
        whole(value);
        return this;
    }

    /** A cell of a column that does not apply. */
    CsvText empty() {
        open();
        return this;
    }

    /** Ends the line. */
    CsvText end() {
        put('\n');
        first = true;
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void whole(long value) {
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
        room(digits);
        for (int place = length + digits - 1; place >= length; place--) {
            bytes[place] = (byte) ('0' + rest % TEN);
            rest /= TEN;
        }
        length += digits;
    }

    /** Parts a cell from the one before. */
    private void open() {
        if (!first) {
            put(',');
        }
        first = false;
    }

    private void put(int letter) {
        room(1);
        bytes[length++] = (byte) letter;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + more));
        }
    }
}
