package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OddTest {
    private static final Path ODD = Path.of("docs", "ODD.md");

    @Test
    void theSevenElementsStandInOrder() throws IOException {
        List<String> elements = Files.readAllLines(ODD).stream()
                .filter(line -> line.matches("## \\d\\. .*"))
                .toList();
        assertThat(elements)
                .containsExactly(
                        "## 1. Purpose and patterns",
                        "## 2. Entities, state variables and scales",
                        "## 3. Process overview and scheduling",
                        "## 4. Design concepts",
                        "## 5. Initialisation",
                        "## 6. Input data",
                        "## 7. Submodels");
    }
}
