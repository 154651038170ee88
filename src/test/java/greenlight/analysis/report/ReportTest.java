package greenlight.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {
    static final List<Lifetime> LIVES = List.of(new Lifetime(
            "deals",
            "How long a deal lasts",
            "From signing to its end.",
            Set.of("signing"),
            Set.of("voiding", "termination", "pilot_failed"),
            Set.of("completion")));

    @Test
    void show() throws Exception {
        for (String name : List.of("quickstart", "contract-terms", "sora-disney")) {
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                assertThat(Report.write(Path.of("results", name), List.of(), LIVES))
                        .isEmpty();
                System.out.println(name + " " + (System.nanoTime() - start) / 1e9);
            }
        }
    }
}
