package greenlight.app.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written for Slurm; src/test/cluster/slurm.sh gives it to a real one. */
class SlurmCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aProgram() throws IOException {
        Files.writeString(folder.resolve("program.jar"), "not a jar");
    }

    private Said slurm(String... words) {
        List<String> command = new ArrayList<>(List.of(
                "slurm",
                "experiments/quickstart.yaml",
                "--jar",
                folder.resolve("program.jar").toString(),
                "--out",
                folder.resolve("quick").toString()));
        command.addAll(List.of(words));
        return Said.by(command.toArray(String[]::new));
    }

    private String job(String name) throws IOException {
        return Files.readString(folder.resolve("quick-slurm").resolve(name));
    }

    @Test
    void theOptionsStandInTheJobs() throws IOException {
        Said said = slurm(
                "--shards",
                "8",
                "--cpus",
                "4",
                "--mem",
                "8G",
                "--time",
                "2-00:00:00",
                "--partition",
                "long",
                "--before",
                "module load java/17");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("240 runs in 8 tasks", "Submit them with: " + folder.resolve("quick-slurm/submit"));
        assertThat(job("sweep.sbatch"))
                .startsWith("#!/bin/bash\n#SBATCH --job-name=quickstart\n#SBATCH --array=1-8\n")
                .contains(
                        "\n#SBATCH --cpus-per-task=4\n#SBATCH --mem=8G\n#SBATCH --time=2-00:00:00\n#SBATCH --partition=long\n",
                        "\nmodule load java/17\n",
                        " --shard \"$shard/8\" ");
        assertThat(job("merge.sbatch")).contains("shards/{1..8} --out \"../quick\"", "#SBATCH --partition=long");
        assertThat(job("experiment.yaml")).isEqualTo(Files.readString(Path.of("experiments/quickstart.yaml")));
        assertThat(job("greenlight.jar")).isEqualTo("not a jar");
        assertThat(folder.resolve("quick-slurm/submit")).isExecutable();
    }

    @Test
    void noMarkIsLeftAndTheShellReadsEveryScript() throws Exception {
        assertThat(slurm("--shards", "3").code()).isZero();
        for (String name : List.of("sweep.sbatch", "merge.sbatch", "submit")) {
            assertThat(job(name)).doesNotContainPattern("@[a-z]+@");
            Process shell = new ProcessBuilder(
                            "bash",
                            "-n",
                            folder.resolve("quick-slurm").resolve(name).toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEmpty();
            assertThat(shell.waitFor()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--shards 0              | --shards is 0; allowed is a whole number from 1.",
                "--shards 241            | --shards is 241; allowed is a whole number from 1 to 240, the number of runs.",
                "--shards 2 --cpus some  | --cpus is some; allowed is a whole number from 1 to 1024.",
                "--shards 2 --mem lots   | --mem is lots; allowed is a size such as 4G.",
                "--shards 2 --time soon  | --time is soon; allowed is a time such as 90 (minutes), 04:00:00 or 2-00:00:00.",
                "--shards 2 --partition a;b | --partition is a;b; allowed is a name.",
                "--shards 2 --jar none.jar  | The program to run, none.jar, is no file; --jar names one."
            })
    void whatCannotBeIsSaidAndNothingIsWritten(String words, String sentence) {
        String[] given = words.split(" +");
        Said said = given.length == 4 && given[2].equals("--jar")
                ? Said.by(
                        "slurm",
                        "experiments/quickstart.yaml",
                        "--shards",
                        "2",
                        "--jar",
                        given[3],
                        "--out",
                        folder.resolve("quick").toString())
                : slurm(given);
        assertThat(said.err().lines()).containsExactly(sentence);
        assertThat(said.code()).isEqualTo(2);
        assertThat(folder.resolve("quick-slurm")).doesNotExist();
    }

    @Test
    void jobsAndResultsThatAreThereAreLeftAlone() throws IOException {
        assertThat(slurm("--shards", "3").code()).isZero();
        String before = job("sweep.sbatch");
        Files.createDirectory(folder.resolve("quick"));
        Files.writeString(folder.resolve("quick/runs.csv"), "of last year\n");
        Said said = slurm("--shards", "4");
        assertThat(said.err())
                .contains("quick holds something already", "quick-slurm holds the jobs of an earlier call");
        assertThat(said.code()).isEqualTo(2);
        assertThat(job("sweep.sbatch")).isEqualTo(before);
    }
}
