package greenlight.runner.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.runner.analysis.Made;
import greenlight.runner.csv.BadTable;
import greenlight.runner.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTableReaderTest {
    private static final String[][] POINTS = {{"0.5", "1"}, {"0.5", "2"}, {"1.5", "1"}, {"1.5", "2"}};

    @TempDir
    private Path folder;

    private Path csv;

    @BeforeEach
    void write() throws IOException {
        csv = folder.resolve("runs.csv");
        new Made("x n", "y yes word whole", POINTS, 2).write(folder, (point, replication) ->
                new String[] {replication == 0 ? "" : "1.5E10", "true", "a", Integer.toString(point)});
    }

    private RunTable read() throws IOException, BadTable {
        return RunTableReader.read(folder, name -> true, false, false);
    }

    private void refused(String message) {
        assertThatThrownBy(this::read).isInstanceOf(BadTable.class).hasMessage(message.replace("CSV", csv.toString()));
    }

    private void replace(String one, String other) throws IOException {
        String text = Files.readString(csv);
        assertThat(text).contains(one);
        Files.writeString(csv, text.replace(one, other));
    }

    @Test
    void columnsHaveTheTypesOfTheirCells() throws IOException, BadTable {
        RunTable runs = read();
        assertThat(runs.factors())
                .extracting(factor -> factor.column().type())
                .containsExactly(Model.Column.Type.REAL, Model.Column.Type.INTEGER);
        assertThat(runs.measures())
                .extracting(Column::type)
                .containsExactly(
                        Model.Column.Type.REAL,
                        Model.Column.Type.BOOLEAN,
                        Model.Column.Type.TEXT,
                        Model.Column.Type.INTEGER);
        assertThat(runs.points()).isEqualTo(4);
        assertThat(runs.replications()).isEqualTo(2);
        assertThat(runs.measure("y").at(0)).isNaN();
        assertThat(runs.measure("y").at(1)).isEqualTo(1.5e10);
        assertThat(runs.measure("word").text(0)).isEqualTo("a");
        assertThat(runs.plan().design()).isEqualTo("factorial");
        assertThat(runs.plan().common()).isTrue();
        assertThat(runs.warnings())
                .containsExactly(
                        "No datapackage.json tells the design; from its points it is taken for a full factorial.");
    }

    @Test
    void runsThatTookTooLongAreFailedOnes() throws IOException, BadTable {
        replace("r3-1,3,1,1001,1.5,2,ok,", "r3-1,3,1,1001,1.5,2,timeout,");
        RunTable runs = read();
        assertThat(runs.failed()).isEqualTo(1);
        assertThat(runs.row(3, 1)).isNegative();
    }

    /** Lines of one table as pandas, R and a spreadsheet save them; a whole number that is missing somewhere is a real to pandas. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "run_id,point,replication,seed,n,on,status,error,y,count~"
                        + "ra,0,0,1234567890123456789,1,TRUE,ok,,1.5,3~rb,1,0,1234567890123456789,2,FALSE,ok,,,~",
                ",run_id,point,replication,seed,n,on,status,error,y,count~"
                        + "0,ra,0,0,1234567890123456789,1,True,ok,,1.5,3.0~1,rb,1,0,1234567890123456789,2,False,ok,,,~",
                "'','run_id','point','replication','seed','n','on','status','error','y','count'~"
                        + "'1','ra',0,0,1.23456789012346e+18,1,TRUE,'ok',NA,1.5,3~"
                        + "'2','rb',1,0,1.23456789012346e+18,2,FALSE,'ok',NA,NA,NA~",
                "\uFEFFrun_id,point,replication,seed,n,on,status,error,y,count\r~"
                        + "ra,0,0,1.23457E+18,1,1,ok,,1.5,3\r~rb,1,0,1.23457E+18,2,0,ok,,,\r~"
            })
    void aTableThatAnotherToolSavedIsRead(String text) throws IOException, BadTable {
        Files.writeString(csv, text.replace('~', '\n').replace('\'', '"'));
        Files.writeString(folder.resolve("datapackage.json"), """
                {"resources": [{"name": "runs", "hash": "sha256:00", "schema": {"fields": [
                  {"name": "n", "type": "integer", "role": "factor"}, {"name": "on", "type": "boolean", "role": "factor"},
                  {"name": "y", "type": "number", "role": "measure"},
                  {"name": "count", "type": "integer", "role": "measure"}]}}]}
                """);
        RunTable runs = RunTableReader.read(folder, name -> true, true, true);
        assertThat(runs.factors()).extracting(Factor::name).containsExactly("n", "on");
        assertThat(runs.level(0, runs.factor("on"))).isEqualTo(1);
        assertThat(runs.level(1, runs.factor("on"))).isZero();
        assertThat(runs.level(1, runs.factor("n"))).isEqualTo(2);
        assertThat(runs.measure("y").at(0)).isEqualTo(1.5);
        assertThat(runs.measure("y").at(1)).isNaN();
        assertThat(runs.measure("count").at(0)).isEqualTo(3);
        assertThat(runs.measure("count").at(1)).isNaN();
        assertThat(runs.id(1)).isEqualTo("rb");
        assertThat(runs.plan().common()).isTrue();
    }

    @Test
    void aFileThatWasCutOffIsRefused() throws IOException {
        String text = Files.readString(csv);
        Files.writeString(csv, text.substring(0, text.length() - 3));
        refused("CSV:9: the last line has no end; the file was cut off.");
        Files.writeString(csv, "");
        refused("CSV is empty.");
        Files.writeString(csv, text.substring(0, text.indexOf('\n') + 1));
        refused("CSV has a header and no runs.");
    }

    @Test
    void aRowOfTheWrongLengthIsRefused() throws IOException {
        replace("r1-1,1,1,1001,", "r1-1,1,1001,");
        refused("CSV:5: the row has 11 cells; the header has 12.");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        replace(",status,", ",stat,");
        refused("CSV:1: the column status is missing; there is run_id, point, replication, seed, x, n, stat, error, y,"
                + " yes, word, whole.");
    }

    @Test
    void textInANumberIsFoundByLineAndColumn() throws IOException {
        replace("r2-1,2,1,1001,1.5,", "r2-1,2,1,1001,high,");
        refused("CSV:7: column 5 (x): high is not a number.");
        replace(",high,", ",1.5,");
        replace("r3-0,3,0,", "r3-0,3,zero,");
        refused("CSV:8: column 3 (replication): zero is not a whole number that fits here.");
        replace(",zero,", ",0,");
        replace("r3-1,3,1,1001,1.5,2,ok,,1.5E10,true", "r3-1,3,1,1001,1.5,2,ok,,1.5E10,maybe");
        refused("CSV:9: column 10 (yes): maybe is not true or false.");
        replace(",2,ok,,1.5E10,maybe", ",2,done,,1.5E10,true");
        refused("CSV:9: column 7 (status): done is not how a run ends; allowed are ok, failed, timeout, out_of_memory,"
                + " not_a_number, out_of_range.");
    }

    @Test
    void aRunThatStandsTwiceAndAStrayQuoteAreRefused() throws IOException {
        replace("r3-1,3,1,", "r3-1,3,0,");
        refused("CSV:9: replication 0 of point 3 stands here for the second time.");
        replace("r3-1,3,0,", "r3-1,3,1,");
        replace("r0-1,0,1", "\"r0\"-1,0,1");
        refused("CSV:3: a quotation mark is out of place.");
    }

    @Test
    void aTableWhoseRunsAllFailedIsRefused() throws IOException {
        new Made("x n", "y", POINTS, 1).write(folder, (point, replication) -> null);
        refused("CSV has no run that went well; the column error says why.");
    }

    @Test
    void aFolderWithoutRunsCannotBeRead() throws IOException {
        Files.delete(csv);
        assertThatThrownBy(this::read)
                .isInstanceOf(IOException.class)
                .hasMessage(
                        csv + " cannot be read: there is no such file; is " + folder + " a folder that a sweep wrote?");
    }

    @Test
    void thePackageTellsTheDesignAndRefusesAnEditedFile() throws IOException, BadTable {
        Path described = folder.resolve("datapackage.json");
        new Made("x n", "y", POINTS, 2)
                .write(folder, (point, replication) -> new String[] {Integer.toString(point) + ".0"});
        Made.describe(
                folder,
                "{\"type\": \"list\"}",
                name -> name.equals("x")
                        ? "\"type\": \"number\", \"known\": \"lever\", \"scale\": \"log\", \"from\": 0.1, \"to\": 10.0, \"default\": 1.5"
                        : "\"type\": \"integer\", \"known\": \"assumed\", \"levels\": [0, 1, 2, 4], \"default\": 0");
        RunTable runs = read();
        assertThat(runs.warnings()).isEmpty();
        assertThat(runs.plan().design()).isEqualTo("list");
        Factor x = runs.factor("x");
        assertThat(x.lever()).isTrue();
        assertThat(x.unit(1)).isEqualTo(0.5);
        assertThat(runs.factor("n").to()).isEqualTo(4);
        String text = Files.readString(described);
        Files.writeString(
                described, text.replace("\"path\": \"runs.csv\"", "\"hash\": \"sha256:00\", \"bytes\": 9999"));
        assertThatThrownBy(this::read)
                .isInstanceOf(BadTable.class)
                .hasMessageStartingWith(csv + " is not the file that was written: its SHA-256 is not the one in "
                        + described + ". It has ")
                .hasMessageEndingWith(" bytes instead of 9,999. It was cut off or edited; run the sweep again, or say"
                        + " --edited to analyse it as it is.");
        assertThat(RunTableReader.read(folder, name -> true, false, true).points())
                .isEqualTo(4);
        Files.writeString(described, text.substring(0, 40));
        assertThatThrownBy(this::read)
                .isInstanceOf(BadTable.class)
                .hasMessageContaining("this is not JSON; it was cut off or edited.");
    }
}
