package greenlight.runner.csv;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.runner.format.Decimal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tables' own writer against Commons CSV, byte for byte. */
class CsvWriterTest {
    private static final CSVFormat COMMONS =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private static final String LETTERS = "aZ09 \t,;\"'#!\n\r\\-+.=@~\u007fäß€\uD83C\uDFAC";

    private final SplittableRandom luck = new SplittableRandom(7);

    @Test
    @DisplayName("Words of awkward letters are quoted as Commons CSV quotes them, at every place of a line")
    void words() throws IOException {
        for (int line = 0; line < 5_000; line++) {
            List<String> words = new ArrayList<>();
            for (int cell = 1 + luck.nextInt(4); cell > 0; cell--) {
                words.add(word());
            }
            StringBuilder theirs = new StringBuilder();
            COMMONS.printRecord(theirs, words.toArray());
            CsvWriter ours = new CsvWriter();
            words.forEach(ours::cell);
            assertThat(text(ours.end())).isEqualTo(theirs.toString());
        }
    }

    private String word() {
        int[] points = LETTERS.codePoints().toArray();
        StringBuilder word = new StringBuilder();
        for (int length = luck.nextInt(6); length > 0; length--) {
            word.appendCodePoint(points[luck.nextInt(points.length)]);
        }
        return word.toString();
    }

    @Test
    @DisplayName("Numbers are the decimals of all other files")
    void numbers() {
        List<Double> reals = new ArrayList<>(List.of(
                0.0,
                -0.0,
                1.0,
                -1.0,
                0.1,
                9_999_999.0,
                -9_999_999.0,
                1e7,
                -1e7,
                1e7 + 1,
                0.001,
                1e-3,
                9.99e-4,
                1e22,
                Double.MIN_VALUE,
                Double.MAX_VALUE));
        for (int i = 0; i < 20_000; i++) {
            reals.add(Double.longBitsToDouble(luck.nextLong()));
            reals.add((double) (luck.nextLong() >> luck.nextInt(64)));
            reals.add(luck.nextInt() / 64.0);
        }
        for (double real : reals) {
            if (Double.isFinite(real)) {
                assertThat(text(new CsvWriter().cell(real))).isEqualTo(Decimal.text(real));
            }
        }
        List<Long> wholes = new ArrayList<>(List.of(0L, 9L, 10L, 99L, 100L, Long.MIN_VALUE, Long.MAX_VALUE));
        for (int i = 0; i < 20_000; i++) {
            wholes.add(luck.nextLong() >> luck.nextInt(64));
        }
        for (long whole : wholes) {
            assertThat(text(new CsvWriter().cell(whole))).isEqualTo(Long.toString(whole));
        }
    }

    @Test
    @DisplayName("A column that does not apply is empty, also at the ends of a line")
    void empty() {
        assertThat(text(new CsvWriter().cell(1).empty().cell("x").empty().end()))
                .isEqualTo("1,,x,\n");
    }

    private static String text(CsvWriter text) {
        return new String(text.bytes(), StandardCharsets.UTF_8);
    }
}
