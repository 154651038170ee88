package greenlight.runner.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,x\n2,\"y,z\"\n",
                "a,b\r\n1,x\r\n2,\"y,z\"\r\n",
                "\uFEFFa,b\n1,x\n2,\"y,z\"\n",
                "\"a\",\"b\"\n1,\"x\"\n2,\"y,z\"\n",
                ",a,b\n0,1,x\n1,2,\"y,z\"\n",
                "\"\",\"a\",\"b\"\n\"1\",1,\"x\"\n\"2\",2,\"y,z\"\n",
                "Unnamed: 0,a,b\n0,1,x\n1,2,\"y,z\"\n",
                "a,b,,\n1,x,,\n2,\"y,z\",,\n",
                "a,b\n1,x,\n2,\"y,z\",\n",
                "a,b\n1,x\n\n2,\"y,z\"\n\n",
                " a , b \n1,x\n2,\"y,z\"\n"
            })
    void aTableIsReadHoweverAToolSavesIt(String text) throws IOException, BadTable {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            boolean marked = charset.equals(StandardCharsets.UTF_8) || text.startsWith("\uFEFF");
            Path file = Files.write(folder.resolve("t.csv"), (marked ? text : "\uFEFF" + text).getBytes(charset));
            List<String> cells = new ArrayList<>();
            try (CsvReader table = CsvReader.open(file)) {
                assertThat(table.header()).containsExactly("a", "b");
                while (table.next()) {
                    cells.add(table.whole(0, 0, 9) + ":" + table.cell(1));
                }
            }
            assertThat(cells).containsExactly("1:x", "2:y,z");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a;b~1;2~                | :1: the cells are parted by semicolons; allowed are commas, and points in decimals:"
                        + " save the table as CSV with commas.",
                "`a\tb~1\t2~`            | :1: the cells are parted by tabs; allowed are commas, and points in decimals:"
                        + " save the table as CSV with commas.",
                "# made by hand~a,b~1,2~ | :1: the line is a comment, which CSV does not have; take out the lines that begin with"
                        + " #.",
                "a,b~1,2~# the end~      | :3: the row has 1 cell; the header has 2. It seems to be a comment, which CSV does not"
                        + " have.",
                "a,b~1,0,5~              | :2: the row has 3 cells; the header has 2. A decimal comma parts cells, and so does a row"
                        + " number that the header does not name: write decimals with a point, and save the table without row"
                        + " numbers.",
                "a,b~1,2~3~              | :3: the row has 1 cell; the header has 2.",
                "a,a~1,2~                | :1: two columns are called a; a name may stand once.",
                "a,b~'1,5',2~            | :2: column 1 (a): 1,5 is not a whole number that fits here. Decimals are written with a"
                        + " point.",
                "a,b~1,2~x               | :3: the last line has no end; the file was cut off."
            })
    void whatIsWrongIsSaidWithItsLikelyCause(String text, String sentence) throws IOException {
        Path file = Files.writeString(
                folder.resolve("t.csv"), text.replace('~', '\n').replace('\'', '"'));
        assertThatThrownBy(() -> readAll(file)).isInstanceOf(BadTable.class).hasMessage(file + sentence);
    }

    @Test
    void aTableWrittenByHandNeedsNoEndOfItsLastLine() throws IOException, BadTable {
        try (CsvReader table = CsvReader.of("a\n1", folder.resolve("t.csv"))) {
            assertThat(table.next()).isTrue();
            assertThat(table.line()).isEqualTo(2);
            assertThat(table.cell(0)).isEqualTo("1");
            assertThat(table.next()).isFalse();
        }
    }

    private static void readAll(Path file) throws IOException, BadTable {
        try (CsvReader table = CsvReader.open(file)) {
            while (table.next()) {
                table.whole(0, 0, 9);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2,2", "2.0,2", "1e+05,100000", "-3,-3", "9223372036854775807,9223372036854775807"})
    void wholeNumbersAreReadAsToolsWriteThem(String cell, long value) throws IOException, BadTable {
        Path file = Files.writeString(folder.resolve("t.csv"), "a\n" + cell + "\n");
        try (CsvReader table = CsvReader.open(file)) {
            table.next();
            assertThat(table.whole(0, Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(value);
        }
    }
}
