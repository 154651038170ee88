package greenlight.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.OutputType;

/** How the page looks at three widths: nothing is cut off; with {@code greenlight.renew} the pictures of docs are made. */
@Tag("generated")
class LooksTest {
    private static final boolean RENEW = Boolean.getBoolean("greenlight.renew");
    private static final Path DOCS = Path.of("docs", "page");
    private static final int COLOURS = 255;
    private static final int EXACT = 80;

    @ParameterizedTest
    @CsvSource({
        "desk,      1440, 1000, light, '#scenario=sora-disney&seed=1', false",
        "desk,      1440, 1000, dark,  '#scenario=sora-disney&seed=1&q=10', false",
        "compare,   1440, 1000, light, '#scenario=sora-disney&seed=1&q=7&view=compare&b.cost_share=0.4', false",
        "many,      1440, 1000, dark,  '#scenario=sora-disney&seed=1&q=9&view=many', false",
        "projector, 1024,  768, light, '#scenario=sora-disney&seed=1&q=9', true",
        "projector, 1024,  768, dark,  '#scenario=sora-disney&seed=1&q=9', true",
        "phone,      390,  844, light, '#scenario=sora-disney&seed=1', false",
        "phone,      390,  844, dark,  '#scenario=sora-disney&seed=1&view=predict', false",
    })
    void nothingIsCutOffOrOverlaps(String name, int width, int height, String scheme, String link, boolean wall)
            throws IOException {
        try (Browser browser = Browser.start(width, height)) {
            browser.prefer(scheme);
            browser.open(link);
            if (wall) {
                browser.click("#projector");
            }
            if (link.contains("many")) {
                browser.until(() -> browser.text("#fan-count").equals("200 runs"));
            }
            Object wider = browser.script(
                    "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(wider).as("what the page is wider than the window").isEqualTo(0L);
            assertThat((List<?>) browser.script(CUT))
                    .as("words cut off at an edge")
                    .isEmpty();
            assertThat((List<?>) browser.script(OVERLAPS))
                    .as("labels over labels")
                    .isEmpty();
            if (RENEW) {
                Files.createDirectories(DOCS);
                byte[] picture = browser.driver.getScreenshotAs(OutputType.BYTES);
                Path file = DOCS.resolve(name + "-" + width + "-" + scheme + ".png");
                ImageIO.write(reduced(ImageIO.read(new ByteArrayInputStream(picture))), "png", file.toFile());
            }
        }
    }

    /** Labels of drawings that reach beyond their drawing. */
    private static final String CUT = """
            return [...document.querySelectorAll('.drawing svg text')].filter(text => {
              if (!text.textContent || !text.getClientRects().length) return false;
              const box = text.getBoundingClientRect(), edge = text.closest('svg').getBoundingClientRect();
              return box.left < edge.left - 1 || box.right > edge.right + 1 || box.bottom > edge.bottom + 2 || box.top < edge.top - 2;
            }).map(text => text.closest('.drawing').id + ': ' + text.textContent)""";

    /** Labels of one drawing that lie on each other. */
    private static final String OVERLAPS = """
            const found = [];
            for (const svg of document.querySelectorAll('.drawing svg')) {
              const boxes = [...svg.querySelectorAll('text')].filter(text => text.textContent && text.getClientRects().length)
                .map(text => [text.textContent, text.getBoundingClientRect()]);
              for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
                const a = boxes[i][1], b = boxes[j][1];
                const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                if (across > 2 && down > 4) found.push(svg.parentElement.id + ': ' + boxes[i][0] + ' / ' + boxes[j][0]);
              }
            }
            return found""";

    /** The picture in its commonest colours and shades, other ones moved to the nearest: a third of the bytes. */
    private static BufferedImage reduced(BufferedImage picture) {
        Set<Integer> kept = new LinkedHashSet<>(commonest(picture, 0xffffff, EXACT));
        commonest(picture, 0xf0f0f0, COLOURS).stream()
                .map(shade -> shade | 0x080808)
                .limit(COLOURS - EXACT)
                .forEach(kept::add);
        int[] colours = kept.stream().mapToInt(colour -> colour).toArray();
        IndexColorModel model =
                new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage reduced =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int place =
                        nearest.computeIfAbsent(picture.getRGB(x, y) & 0xffffff, colour -> nearest(colour, colours));
                reduced.getRaster().setSample(x, y, 0, place);
            }
        }
        return reduced;
    }

    private static List<Integer> commonest(BufferedImage picture, int mask, int most) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                counts.merge(picture.getRGB(x, y) & mask, 1, Integer::sum);
            }
        }
        return counts.keySet().stream()
                .sorted(Comparator.comparing((Integer colour) -> -counts.get(colour))
                        .thenComparing(colour -> colour))
                .limit(most)
                .toList();
    }

    private static int nearest(int colour, int[] colours) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int far = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int gap = (colour >> shift & 0xff) - (colours[i] >> shift & 0xff);
                far += gap * gap;
            }
            if (far < least) {
                least = far;
                best = i;
            }
        }
        return best;
    }
}
