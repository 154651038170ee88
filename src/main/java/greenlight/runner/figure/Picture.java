package greenlight.runner.figure;

import static greenlight.runner.figure.SvgCanvas.escaped;

import greenlight.runner.figure.Canvas.Anchor;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A figure as SVG, as PNG, and its numbers as CSV: the same figure, the same bytes. */
public final class Picture {
    private static final double MARGIN = 14;
    private static final double TITLE_LINE = 20;
    private static final double NOTE_LINE = 15;
    private static final double NOTE_GAP = 12;

    /** Pixels of the PNG for one of the drawing: 300 a printed inch where a column is 95 mm wide. */
    private static final double PNG_SCALE = 2.5;

    private final Figure figure;
    private final List<String> title;
    private final List<String> note;

    /** Draws nothing yet. */
    public Picture(Figure figure) {
        this.figure = figure;
        title = TextMetrics.wrapped(figure.caption().title(), Fonts.TITLE, Figure.WIDTH);
        String words = figure.caption().note();
        note = words.isEmpty() ? List.of() : TextMetrics.wrapped(words, Fonts.TICK, Figure.WIDTH);
    }

    /** A file of its own, on white, with title and note. */
    public String svg() {
        SvgCanvas canvas = new SvgCanvas(false);
        whole(canvas);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + element(canvas, Figure.WIDTH + 2 * MARGIN, height(), "font-family=\"sans-serif\"");
    }

    /** An element inside an HTML page, which gives title, note, font and colours. */
    public String inPage() {
        SvgCanvas canvas = new SvgCanvas(true);
        figure.draw(canvas);
        return element(canvas, Figure.WIDTH, figure.height(), "class=\"figure\"");
    }

    /**
     * A PNG of about 1,100 pixels in width, with title and note.
     *
     * @throws NoFonts where Java finds no font to write with
     */
    public byte[] png() throws NoFonts {
        BufferedImage image = new BufferedImage(
                (int) Math.round((Figure.WIDTH + 2 * MARGIN) * PNG_SCALE),
                (int) Math.round(height() * PNG_SCALE),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(PNG_SCALE, PNG_SCALE);
            whole(new PixelCanvas(graphics));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        } catch (LinkageError | InternalError | NullPointerException missing) { // what the JDK says without fonts
            throw new NoFonts(missing);
        } finally {
            graphics.dispose();
        }
    }

    /**
     * Writes {@code NAME.svg}, {@code NAME.csv} and, where there are fonts, {@code NAME.png}.
     *
     * @return a sentence when there is no PNG
     */
    public Optional<String> write(Path folder) throws IOException {
        String name = figure.caption().name();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".svg"), svg());
        Files.writeString(folder.resolve(name + ".csv"), figure.data().text());
        try {
            Files.write(folder.resolve(name + ".png"), png());
            return Optional.empty();
        } catch (NoFonts missing) {
            Files.deleteIfExists(folder.resolve(name + ".png")); // of another day, and other numbers
            return Optional.of(missing.getMessage());
        }
    }

    private double head() {
        return MARGIN + TITLE_LINE * title.size() + 8;
    }

    private double height() {
        return head() + figure.height() + (note.isEmpty() ? 0 : NOTE_GAP + NOTE_LINE * note.size()) + MARGIN;
    }

    private void whole(Canvas canvas) {
        canvas.fill(new Rectangle2D.Double(0, 0, Figure.WIDTH + 2 * MARGIN, height()), Palette.PAPER, 1);
        for (int line = 0; line < title.size(); line++) {
            canvas.words(title.get(line), MARGIN, MARGIN + 13 + TITLE_LINE * line, Anchor.START, Fonts.TITLE);
        }
        figure.draw(new Moved(canvas, MARGIN, head()));
        double below = head() + figure.height() + NOTE_GAP;
        for (int line = 0; line < note.size(); line++) {
            canvas.words(note.get(line), MARGIN, below + 10 + NOTE_LINE * line, Anchor.START, Fonts.TICK);
        }
    }

    private String element(SvgCanvas canvas, double width, double height, String more) {
        String name = figure.caption().name();
        String size = Math.round(width) + " " + Math.round(height);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + "\" width=\"" + Math.round(width)
                + "\" height=\"" + Math.round(height) + "\" role=\"img\" aria-labelledby=\"" + name + "-title " + name
                + "-desc\" " + more + ">\n<title id=\"" + name + "-title\">"
                + escaped(figure.caption().title()) + "</title>\n<desc id=\"" + name + "-desc\">"
                + escaped(figure.words()) + "</desc>\n" + canvas + "</svg>\n";
    }

    /** There is nothing to write words with. */
    public static final class NoFonts extends Exception {
        NoFonts(Throwable cause) {
            super(
                    "No PNG: Java finds no fonts here (on Debian, install fonts-dejavu-core); the SVG needs none.",
                    cause);
        }
    }

    /** The same canvas with another corner. */
    private record Moved(Canvas canvas, double right, double down) implements Canvas {
        @Override
        public void fill(Shape area, Palette ink, double opacity) {
            canvas.fill(moved(area), ink, opacity);
        }

        @Override
        public void stroke(Shape line, Palette ink, double width, double... dash) {
            canvas.stroke(moved(line), ink, width, dash);
        }

        @Override
        public void words(String words, double x, double y, Anchor anchor, Fonts type) {
            canvas.words(words, x + right, y + down, anchor, type);
        }

        private Shape moved(Shape shape) {
            if (shape instanceof Line2D line) {
                return new Line2D.Double(
                        line.getX1() + right, line.getY1() + down, line.getX2() + right, line.getY2() + down);
            }
            if (shape instanceof Rectangle2D box) {
                return new Rectangle2D.Double(box.getX() + right, box.getY() + down, box.getWidth(), box.getHeight());
            }
            if (shape instanceof Ellipse2D dot) {
                return new Ellipse2D.Double(dot.getX() + right, dot.getY() + down, dot.getWidth(), dot.getHeight());
            }
            return AffineTransform.getTranslateInstance(right, down).createTransformedShape(shape);
        }
    }
}
