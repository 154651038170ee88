package greenlight.analysis.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PictureTest {
    @Test
    void show() throws Exception {
        for (Figure figure : Gallery.figures()) {
            assertThat(new Picture(figure).write(Path.of("target/figures"))).isEmpty();
        }
    }
}
