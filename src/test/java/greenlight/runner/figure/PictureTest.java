package greenlight.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import greenlight.runner.csv.CsvTable;
import greenlight.runner.figure.Canvas.Anchor;
import greenlight.runner.figure.chart.Bars;
import greenlight.runner.figure.chart.Fan;
import greenlight.runner.figure.chart.Histogram;
import greenlight.runner.figure.chart.Scatter;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PictureTest {
    /** Remembers what is drawn. */
    private static final class Remembered implements Canvas {
        private final List<Rectangle2D> words = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private final List<Ellipse2D> dots = new ArrayList<>();
        private final List<Rectangle2D> boxes = new ArrayList<>();

        @Override
        public void fill(Shape area, Palette ink, double opacity) {
            if (area instanceof Ellipse2D dot) {
                dots.add(dot);
            } else if (area instanceof Rectangle2D box) {
                boxes.add(box);
            }
        }

        @Override
        public void stroke(Shape line, Palette ink, double width, double... dash) {
            assertThat(line.getBounds2D().getX()).isNotNaN();
        }

        @Override
        public void words(String text, double x, double y, Anchor anchor, Fonts type) {
            if (text.isEmpty()) {
                return;
            }
            // the rule of Letters is generous; real faces take about nine tenths of it
            double width = TextMetrics.width(text, type) * 0.9;
            double left = anchor == Anchor.START ? x : anchor == Anchor.END ? x - width : x - width / 2;
            words.add(new Rectangle2D.Double(left, y - type.size() * 0.72, width, type.size() * 0.72));
            texts.add(text);
        }
    }

    static Stream<Figure> figures() {
        return Gallery.figures().stream();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theSameFigureIsTheSameBytes(Figure figure) throws Exception {
        assertThat(new Picture(figure).svg()).isEqualTo(new Picture(figure).svg());
        assertThat(new Picture(figure).inPage()).isEqualTo(new Picture(figure).inPage());
        assertThat(new Picture(figure).png()).isEqualTo(new Picture(figure).png());
    }

    @ParameterizedTest
    @MethodSource("figures")
    void anSvgIsWellFormedSaysWhatItShowsAndKeepsItsWordsAsWords(Figure figure) throws Exception {
        Element root = parsed(new Picture(figure).svg()).getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        String name = figure.caption().name();
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo(name + "-title " + name + "-desc");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(figure.caption().title());
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo(figure.words())
                .hasSizeGreaterThan(30)
                .doesNotContain("NaN");
        assertThat(root.getElementsByTagName("text").getLength()).isGreaterThan(4);
        assertThat(new Picture(figure).svg()).doesNotContain("NaN", "Infinity", "var(");
        assertThat(new Picture(figure).inPage()).contains("var(--").doesNotContain("NaN");
    }

    @ParameterizedTest
    @MethodSource("figures")
    void noWordsOverlapOrLeaveThePicture(Figure figure) {
        Remembered seen = new Remembered();
        figure.draw(seen);
        for (int i = 0; i < seen.words.size(); i++) {
            Rectangle2D one = seen.words.get(i);
            assertThat(one.getMinX()).as(seen.texts.get(i)).isGreaterThanOrEqualTo(-6);
            assertThat(one.getMaxX()).as(seen.texts.get(i)).isLessThanOrEqualTo(Figure.WIDTH + 6);
            assertThat(one.getMinY()).as(seen.texts.get(i)).isGreaterThanOrEqualTo(0);
            assertThat(one.getMaxY()).as(seen.texts.get(i)).isLessThanOrEqualTo(figure.height());
            for (int j = 0; j < i; j++) {
                assertThat(one.intersects(seen.words.get(j)))
                        .as(seen.texts.get(i) + " on " + seen.texts.get(j))
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theCsvHasEveryRowAndReadsBack(Figure figure) throws Exception {
        CsvTable table = figure.data();
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(table.text()))) {
            List<CSVRecord> rows = parser.getRecords();
            assertThat(rows).hasSize(table.rows().size() + 1).hasSizeGreaterThan(3);
            assertThat(rows.get(0).toList()).isEqualTo(table.header());
            for (int row = 0; row < table.rows().size(); row++) {
                for (int cell = 0; cell < table.header().size(); cell++) {
                    String text = rows.get(row + 1).get(cell);
                    if (table.rows().get(row).get(cell) instanceof Double number && !number.isNaN()) {
                        assertThat(Double.parseDouble(text)).isEqualTo(number);
                    }
                }
            }
        }
    }

    @Test
    void theDotsOfAScatterStandWhereTheNumbersOfItsCsvSay() {
        Scatter scatter = Gallery.scatter();
        Remembered seen = new Remembered();
        scatter.draw(seen);
        List<List<Object>> hits = scatter.data().rows().stream()
                .filter(row -> row.get(2).equals(true))
                .toList();
        assertThat(seen.dots).hasSize(hits.size() + 1); // and the key's
        assertStraight(
                hits.stream().mapToDouble(row -> (Double) row.get(0)).toArray(),
                seen.dots.stream()
                        .limit(hits.size())
                        .mapToDouble(Ellipse2D::getCenterX)
                        .toArray());
        assertStraight(
                hits.stream().mapToDouble(row -> (Double) row.get(1)).toArray(),
                seen.dots.stream()
                        .limit(hits.size())
                        .mapToDouble(Ellipse2D::getCenterY)
                        .toArray());
    }

    @Test
    void theBarsOfATornadoAreAsLongAsTheNumbersOfItsCsv() {
        Bars tornado = Gallery.tornado();
        Remembered seen = new Remembered();
        tornado.draw(seen);
        assertThat(seen.boxes).hasSize(tornado.data().rows().size());
        double[] values = tornado.data().rows().stream()
                .mapToDouble(row -> Math.abs((Double) row.get(2)))
                .toArray();
        double[] lengths =
                seen.boxes.stream().mapToDouble(Rectangle2D::getWidth).toArray();
        assertStraight(values, lengths);
        assertThat(lengths[0] / values[0]).isCloseTo(lengths[1] / values[1], within());
    }

    @Test
    void theBarsOfAHistogramAreAsHighAsTheNumbersOfItsCsv() {
        Histogram histogram = Gallery.distribution();
        Remembered seen = new Remembered();
        histogram.draw(seen);
        int[] counts = histogram.data().rows().stream()
                .mapToInt(row -> (Integer) row.get(2))
                .filter(count -> count > 0)
                .toArray();
        assertThat(counts).hasSize(seen.boxes.size());
        assertThat(java.util.Arrays.stream(counts).sum()).isEqualTo(400);
        for (int i = 0; i < counts.length; i++) {
            assertThat(seen.boxes.get(i).getHeight() / counts[i])
                    .isCloseTo(seen.boxes.get(0).getHeight() / counts[0], within());
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    /** Pixels are a linear function of values. */
    private static void assertStraight(double[] values, double[] pixels) {
        int far = 0;
        for (int i = 1; i < values.length; i++) {
            far = Math.abs(values[i] - values[0]) > Math.abs(values[far] - values[0]) ? i : far;
        }
        double slope = (pixels[far] - pixels[0]) / (values[far] - values[0]);
        for (int i = 0; i < values.length; i++) {
            assertThat(pixels[i])
                    .isCloseTo(pixels[0] + slope * (values[i] - values[0]), org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    @Test
    void coloursOfAnOrderGetDarkerAndAHeatMapsToo() {
        for (int i = 1; i < 5; i++) {
            assertThat(Palette.order(i, 5).luminance())
                    .isLessThan(Palette.order(i - 1, 5).luminance());
        }
        for (int i = 1; i <= 20; i++) {
            assertThat(Palette.ramp(i / 20.0).luminance())
                    .isLessThan(Palette.ramp((i - 1) / 20.0).luminance());
        }
        for (int i = 0; i <= 20; i++) {
            double paper = Palette.ramp(i / 20.0).luminance() + 0.05;
            double words = Palette.ramp(i / 20.0).onto().luminance() + 0.05;
            assertThat(Math.max(paper, words) / Math.min(paper, words)).isGreaterThan(3.9);
        }
    }

    @Test
    void aFigureIsWrittenAsThreeFiles(@TempDir Path folder) throws Exception {
        assertThat(new Picture(Gallery.fan(1)).write(folder)).isEmpty();
        assertThat(Files.readString(folder.resolve("fan-1.csv"))).startsWith("series,time,p05");
        assertThat(Files.readString(folder.resolve("fan-1.svg"))).startsWith("<?xml");
        assertThat(ImageIO.read(folder.resolve("fan-1.png").toFile()).getWidth())
                .isEqualTo(1120);
    }

    @Test
    void wordsOfOthersCannotBreakOutOfASvg() throws Exception {
        Fan fan = new Fan(
                new Caption("x", "a < b & \"c\" \u0001</svg>", "<b>"),
                Axis.named("", List.of("<1>", "2")),
                Axis.of("<script>", ""),
                List.of(Fan.Series.single("&", new double[] {1, 2})),
                false);
        assertThat(parsed(new Picture(fan).svg()).getElementsByTagName("script").getLength())
                .isZero();
    }

    /** Ticks a rounding error apart would never come to an end. */
    @Test
    @Timeout(10)
    void valuesThatDifferByARoundingErrorHaveAScale() throws Exception {
        Fan fan = new Fan(
                new Caption("x", "x", "x"),
                Axis.named("", List.of("1", "2")),
                Axis.of("share", ""),
                List.of(Fan.Series.single("all", new double[] {0.7, 0.1 + 0.2 + 0.4})),
                false);
        assertThat(new Picture(fan).svg()).contains("0.7");
    }

    @Test
    void aNameThatIsNoneForAFileIsRefused() {
        assertThatThrownBy(() -> new Caption("../x", "", "")).hasMessageContaining("no name for a figure");
    }
}
