package greenlight.runner.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.app.cli.Said;
import greenlight.app.cli.Tables;
import greenlight.market.model.MarketModel;
import greenlight.runner.spec.BadExperiment;
import greenlight.runner.spec.Experiment;
import greenlight.runner.spec.ExperimentReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Points that come on a stream are answered, each with its rows, whatever stands in them. */
class BatchTest {
    private static final String BASE = "name: b\nquarters: 3\nset: {users: 300}\nrecord: [runs]\n";

    @TempDir
    private Path folder;

    private record Answer(Batch.Ended ended, String text) {
        List<String> lines() {
            return text.lines().toList();
        }
    }

    private static Experiment base(String more) throws BadExperiment {
        return ExperimentReader.read(BASE + more, "b.yaml", new MarketModel());
    }

    private static Answer answer(String points, String more, boolean ordered) throws Exception {
        return answer(new ByteArrayInputStream(points.getBytes(StandardCharsets.UTF_8)), more, ordered);
    }

    private static Answer answer(InputStream points, String more, boolean ordered) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Batch.Ended ended =
                new Batch(base(more), 2, ordered).run(points, new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Answer(ended, out.toString(StandardCharsets.UTF_8));
    }

    private List<CSVRecord> rows(Answer answer) throws IOException {
        return Tables.rows(Files.writeString(folder.resolve("answer.csv"), answer.text()));
    }

    @Test
    void theRowsAreThoseOfASweepOfTheSamePoints() throws Exception {
        String points = "cost_share,litigation\n0,on\n0.4,off\n0.6,on\n";
        Files.writeString(folder.resolve("points.csv"), points);
        Path file = Files.writeString(
                folder.resolve("swept.yaml"),
                BASE.replace("name: b", "name: swept") + "replications: 2\ndesign: {type: list, file: points.csv}\n");
        assertThat(Said.by(
                                "sweep",
                                file.toString(),
                                "--out",
                                folder.resolve("out").toString(),
                                "--no-report")
                        .code())
                .isZero();
        List<CSVRecord> swept = Tables.rows(folder.resolve("out/runs.csv"));
        List<CSVRecord> rows = rows(answer(points, "replications: 2\n", true));
        assertThat(rows).hasSameSizeAs(swept);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i).toMap();
            assertThat(row.remove("id")).isEqualTo(Integer.toString(2 + i / 2)); // the line of the point
            assertThat(swept.get(i).toMap()).containsAllEntriesOf(row);
        }
    }

    @Test
    void eachPointHasItsIdScenarioSeedAndReplications() throws Exception {
        List<CSVRecord> rows = rows(answer("id,scenario,seed,replications\nx,blank-market,5,1\ny,,,3\n", "", true));
        assertThat(rows).extracting(row -> row.get("id")).containsExactly("x", "y", "y", "y");
        assertThat(rows).extracting(row -> row.get("replication")).containsExactly("0", "0", "1", "2");
        assertThat(rows.get(0).get("seed")).isEqualTo("5");
        assertThat(rows).extracting(row -> row.get("run_id")).doesNotHaveDuplicates();
    }

    @Test
    void aBadPointIsARowWithItsSentenceAndTheOthersAreRun() throws Exception {
        String points = "id,cost_share,userz\n";
        assertThat(answer(points + "1,0.1,3\n", "", true).lines().get(1))
                .startsWith("1,,,,refused,There is no parameter userz; did you mean users?");
        Answer answer = answer("id,cost_share\na,2\nb,NaN\nc,1e400\nd,0.5,9\ne\nf,0x1\n,0.25\nnul\0,0.1\n", "", true);
        List<String> lines = answer.lines();
        assertThat(answer.ended().refused()).isEqualTo(6);
        assertThat(answer.ended().ok()).isEqualTo(2);
        assertThat(lines.subList(1, 7)).allMatch(line -> line.contains(",refused,"));
        assertThat(lines.get(1)).contains("found '2'; allowed is a number from 0 to 1 (share)");
        assertThat(lines.get(7)).startsWith("8,r").contains(",ok,");
    }

    @Test
    void jsonInIsJsonOut() throws Exception {
        Answer answer = answer("""
                {"id": "x", "cost_share": 0.5, "litigation": false, "replications": 2}
                {"cost_share": 1e400}
                {"cost_share": NaN}
                {"a": [1]}
                []
                {"id": 1, "id": 2}
                {}
                """, "", true);
        assertThat(answer.ended()).isEqualTo(new Batch.Ended(3, 0, 5, false));
        JsonMapper mapper = new JsonMapper();
        List<JsonNode> rows = answer.lines().stream().map(mapper::readTree).toList();
        assertThat(rows)
                .extracting(row -> row.get("id").asString())
                .containsExactly("x", "x", "2", "3", "4", "5", "6", "7");
        assertThat(rows.get(0).get("headline_signed").isBoolean()).isTrue();
        assertThat(rows.get(0).get("peak_active").isNumber()).isTrue();
        assertThat(rows.get(2).get("error").asString()).contains("found '1E+400'");
    }

    @Test
    void aLineWithoutEndAndOneThatIsNoTextAreRefusedAndTheNextIsRun() throws Exception {
        ByteArrayOutputStream points = new ByteArrayOutputStream();
        points.writeBytes("cost_share\n".getBytes(StandardCharsets.UTF_8));
        points.writeBytes("9".repeat(10 << 20).getBytes(StandardCharsets.UTF_8));
        points.writeBytes(new byte[] {'\n', (byte) 0xff, (byte) 0xfe, '\n'});
        points.writeBytes("0.3".getBytes(StandardCharsets.UTF_8));
        Answer answer = answer(new ByteArrayInputStream(points.toByteArray()), "", true);
        assertThat(answer.ended()).isEqualTo(new Batch.Ended(1, 0, 2, false));
        assertThat(answer.lines().get(1)).contains("more than 1 MB");
        assertThat(answer.lines().get(2)).contains("not UTF-8");
        assertThat(answer.lines().get(3)).startsWith("4,r");
    }

    @Test
    void theOrderOfTheRowsChangesNoneOfThem() throws Exception {
        String points = "cost_share\n"
                + IntStream.range(0, 40).mapToObj(i -> i / 40.0 + "\n").collect(Collectors.joining());
        Answer ordered = answer(points, "", true);
        Answer free = answer(points, "", false);
        assertThat(free.lines()).containsExactlyInAnyOrderElementsOf(ordered.lines());
        assertThat(ordered.lines().stream().skip(1).map(line -> Integer.parseInt(line.substring(0, line.indexOf(',')))))
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void aCallerThatWaitsForEachRowGetsIt() throws Exception {
        PipedOutputStream send = new PipedOutputStream();
        PipedInputStream points = new PipedInputStream(send);
        PipedOutputStream answers = new PipedOutputStream();
        PipedInputStream receive = new PipedInputStream(answers, 1 << 16);
        CompletableFuture<Batch.Ended> batch = CompletableFuture.supplyAsync(() -> {
            try {
                return new Batch(base(""), 1, false).run(points, new PrintStream(answers));
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        });
        LineSource lines = new LineSource(receive);
        send.write("cost_share\n".getBytes(StandardCharsets.UTF_8));
        send.flush();
        assertThat(lines.next().orElseThrow()).startsWith("id,run_id,");
        for (String share : List.of("0.1", "0.2", "7")) {
            send.write((share + "\n").getBytes(StandardCharsets.UTF_8));
            send.flush();
            assertThat(lines.next().orElseThrow()).contains(share.equals("7") ? ",refused," : ",ok,");
        }
        send.close();
        assertThat(batch.get(30, TimeUnit.SECONDS)).isEqualTo(new Batch.Ended(2, 0, 1, false));
    }

    @Test
    void pointsAreReadNoFasterThanRowsAreTaken() throws Exception {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            private final byte[] line = "7\n".getBytes(StandardCharsets.UTF_8);
            private final byte[] head = "cost_share\n".getBytes(StandardCharsets.UTF_8);

            @Override
            public int read() {
                long at = read.getAndIncrement();
                return at < head.length ? head[(int) at] : line[(int) ((at - head.length) % line.length)];
            }

            @Override
            public int read(byte[] into, int from, int length) {
                into[from] = (byte) read();
                return 1;
            }
        };
        AtomicLong written = new AtomicLong();
        OutputStream closing = new OutputStream() {
            @Override
            public void write(int letter) throws IOException {
                if (written.incrementAndGet() > 20_000) {
                    throw new IOException("closed");
                }
            }
        };
        Batch.Ended ended = new Batch(base(""), 2, false).run(endless, new PrintStream(closing));
        assertThat(ended.closed()).isTrue();
        assertThat(read.get()).isLessThan(200_000);
    }

    @Test
    void aStreamWithoutAHeaderIsRefusedAsAWhole() {
        assertThatThrownBy(() -> answer("a,a\n1,2\n", "", false))
                .isInstanceOf(BadExperiment.class)
                .hasMessageContaining("line 1: ");
    }

    @Test
    void anEmptyStreamIsAnsweredByNothing() throws Exception {
        assertThat(answer("", "", false)).isEqualTo(new Answer(new Batch.Ended(0, 0, 0, false), ""));
    }
}
