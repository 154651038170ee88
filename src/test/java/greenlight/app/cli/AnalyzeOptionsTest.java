package greenlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each option of {@code analyze}, on a folder that no sweep wrote. */
class AnalyzeOptionsTest {
    @TempDir
    private Path temporary;

    private Path folder;

    /** A lever and an uncertainty with four levels each; it rains where both are high. Two fields are read. */
    @BeforeEach
    void made() throws IOException {
        folder = made("field", 0);
    }

    private Path made(String name, double more) throws IOException {
        Path made = Files.createDirectory(temporary.resolve(name));
        StringBuilder runs = new StringBuilder("run_id,point,replication,seed,seeds,cloud,status,error,rain,yield\n");
        StringBuilder quarters = new StringBuilder("run_id,quarter,label,entity,kind,height\n");
        double[] luck = {0.1, -0.3, 0.25, -0.05};
        for (int point = 0; point < 16; point++) {
            for (int r = 0; r < luck.length; r++) {
                int seeds = point / 4;
                int cloud = point % 4;
                double yield = 3 * seeds + cloud + luck[r] + more;
                String id = "r" + point + "-" + r;
                runs.append(String.format(
                        Locale.ROOT,
                        "%s,%d,%d,%d,%d,%d,ok,,%s,%.2f%n",
                        id,
                        point,
                        r,
                        100 + r,
                        seeds,
                        cloud,
                        seeds > 1 && cloud > 1 ? "TRUE" : "FALSE",
                        yield));
                for (int quarter = 0; quarter < 2; quarter++) {
                    for (String field : new String[] {"north", "south"}) {
                        double height = (field.equals("north") ? 10 : 20) + quarter + luck[r];
                        quarters.append(String.format(
                                Locale.ROOT, "%s,%d,Q%d,%s,field,%.2f%n", id, quarter, quarter, field, height));
                    }
                }
            }
        }
        Files.writeString(made.resolve("runs.csv"), runs.toString().replace("\r", ""));
        Files.writeString(made.resolve("quarters.csv"), quarters.toString().replace("\r", ""));
        Files.writeString(made.resolve("datapackage.json"), """
                {"experiment": {"name": "field", "runs": 64, "design": {"type": "factorial"}},
                 "resources": [{"name": "quarters", "schema": {"fields": [
                   {"name": "quarter", "role": "time", "unit": "quarters"}, {"name": "label", "role": "time_label"},
                   {"name": "entity", "role": "entity"}, {"name": "height", "role": "reading"}]}},
                 {"name": "runs", "path": "runs.csv", "schema": {"fields": [
                   {"name": "seeds", "type": "integer", "role": "factor", "known": "lever"},
                   {"name": "cloud", "type": "integer", "role": "factor", "known": "assumed"},
                   {"name": "rain", "type": "boolean", "role": "measure"},
                   {"name": "yield", "type": "number", "unit": "USD", "role": "measure"}]}}]}
                """);
        return made;
    }

    private Said analyze(String... more) {
        String[] words = new String[more.length + 2];
        words[0] = "analyze";
        words[1] = folder.toString();
        System.arraycopy(more, 0, words, 2, more.length);
        return Said.by(words);
    }

    private String table(String name) throws IOException {
        return Files.readString(folder.resolve("analysis").resolve(name + ".csv"));
    }

    @Test
    void aRegionIsLookedForAmongTheFactorsOfOverAlone() throws IOException {
        Said levers = analyze("--where", "rain", "--over", "levers");
        assertThat(levers.code()).as(levers.err()).isZero();
        assertThat(table("boxes")).contains(",seeds,lever,").doesNotContain("cloud");
        assertThat(levers.out()).contains("Where seeds >= 2 (lever)").doesNotContain("cloud >=");
        assertThat(analyze("--where", "rain", "--over", "uncertainties").out()).contains("Where cloud >= 2");
        assertThat(table("boxes")).contains(",cloud,assumed,").doesNotContain("seeds");
        Said unknown = analyze("--where", "rain", "--over", "lever");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("--over", "all, levers", "uncertainties");
    }

    @Test
    void aReadingIsOfTheEntityThatIsNamed() throws IOException {
        Said south = analyze("--measure", "yield", "--per-quarter", "height", "--entity", "south");
        assertThat(south.code()).as(south.err()).isZero();
        assertThat(south.out()).contains("height of south, quarter by quarter");
        assertThat(table("fan")).contains("height,south,0,Q0,64,20.0", "height,south,1,Q1,64,21.0");
        Said nobody = analyze("--per-quarter", "height", "--entity", "east");
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err())
                .contains("has no row of the entity east; there is north, south. Name one with --entity.");
        assertThat(analyze("--over-time", "height").out()).contains("height of north, quarter by quarter");
    }

    @Test
    void theMeasureAskedForIsToldAndTablesAndFiguresGoWhereOutSays() {
        Path out = temporary.resolve("elsewhere");
        assertThat(analyze("--measure", "yield", "--out", out.toString()).out())
                .contains("\nyield\n", out.resolve("figures") + "/.")
                .doesNotContain("\nrain\n");
        assertThat(out).isDirectoryContaining("glob:**/effects.csv");
        assertThat(out.resolve("figures")).isDirectoryContaining("glob:**/effects-yield.{svg,png,csv}");
        assertThat(folder.resolve("analysis")).doesNotExist();
        assertThat(folder.resolve("report.html")).exists();
    }

    @Test
    void anEditedTableIsAnalysedWhenThatIsSaid() throws IOException {
        Path description = folder.resolve("datapackage.json");
        Files.writeString(
                description,
                Files.readString(description)
                        .replace("\"path\": \"runs.csv\"", "\"path\": \"runs.csv\", \"hash\": \"sha256:00\""));
        Said refused = analyze();
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("is not the file that was written", "--edited");
        assertThat(analyze("--edited", "--measure", "yield").code()).isZero();
    }

    @Test
    void anotherSweepIsComparedRunByRun() throws IOException {
        Path other = made("other", -2);
        Said said = analyze("--measure", "yield", "--against", other.toString());
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out().replaceAll("\\s+", " ")).contains("yield: $6 against $4, a difference of +$2");
        assertThat(table("comparison")).contains("yield");
    }
}
