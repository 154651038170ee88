package greenlight.runner.figure;

import greenlight.runner.format.Decimal;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** Writes SVG elements: shapes to a hundredth of a pixel, words as words. */
final class SvgCanvas implements Canvas {
    private static final String COMMANDS = "MLQCZ";

    private final StringBuilder svg = new StringBuilder();
    private final boolean inPage;

    /** @param inPage whether colours are the page's variables */
    SvgCanvas(boolean inPage) {
        this.inPage = inPage;
    }

    @Override
    public void fill(Shape area, Palette ink, double opacity) {
        shape(area);
        svg.append(" fill=\"").append(color(ink)).append('"');
        if (opacity < 1) {
            svg.append(" fill-opacity=\"").append(number(opacity)).append('"');
        }
        svg.append("/>\n");
    }

    @Override
    public void stroke(Shape line, Palette ink, double width, double... dash) {
        shape(line);
        svg.append(" fill=\"none\" stroke=\"").append(color(ink)).append('"');
        if (width != 1) {
            svg.append(" stroke-width=\"").append(number(width)).append('"');
        }
        if (dash.length > 0) {
            svg.append(" stroke-dasharray=\"");
            for (int i = 0; i < dash.length; i++) {
                svg.append(i > 0 ? " " : "").append(number(dash[i]));
            }
            svg.append('"');
        }
        svg.append("/>\n");
    }

    @Override
    public void words(String words, double x, double y, Anchor anchor, Fonts type) {
        if (words.isEmpty()) {
            return;
        }
        svg.append("<text").append(attribute("x", x)).append(attribute("y", y));
        svg.append(attribute("font-size", type.size())).append(type.bold() ? " font-weight=\"600\"" : "");
        if (anchor != Anchor.START) {
            svg.append(" text-anchor=\"")
                    .append(anchor.name().toLowerCase(Locale.ROOT))
                    .append('"');
        }
        svg.append(" fill=\"").append(color(type.ink())).append("\">");
        svg.append(escaped(words)).append("</text>\n");
    }

    private void shape(Shape shape) {
        if (shape instanceof Line2D line) {
            svg.append("<line").append(attribute("x1", line.getX1())).append(attribute("y1", line.getY1()));
            svg.append(attribute("x2", line.getX2())).append(attribute("y2", line.getY2()));
        } else if (shape instanceof Rectangle2D box) {
            svg.append("<rect").append(attribute("x", box.getX())).append(attribute("y", box.getY()));
            svg.append(attribute("width", box.getWidth())).append(attribute("height", box.getHeight()));
        } else if (shape instanceof Ellipse2D dot) {
            svg.append("<circle").append(attribute("cx", dot.getCenterX())).append(attribute("cy", dot.getCenterY()));
            svg.append(attribute("r", dot.getWidth() / 2));
        } else {
            svg.append("<path d=\"").append(path(shape)).append('"');
        }
    }

    private static String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator parts = shape.getPathIterator(null); !parts.isDone(); parts.next()) {
            int kind = parts.currentSegment(points);
            path.append(COMMANDS.charAt(kind));
            int numbers = kind == PathIterator.SEG_CLOSE ? 0 : 2 * Math.max(1, kind);
            for (int i = 0; i < numbers; i++) {
                path.append(i > 0 ? " " : "").append(number(points[i]));
            }
        }
        return path.toString();
    }

    private String color(Palette ink) {
        return inPage && !ink.role().isEmpty()
                ? "var(--" + ink.role() + ")"
                : String.format(Locale.ROOT, "#%06X", ink.rgb());
    }

    private static String attribute(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    /** At most two decimals. */
    private static String number(double value) {
        return Decimal.brief(Math.round(value * 100) / 100.0);
    }

    /** Text escaped for XML and HTML, inside quotes as well. */
    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "\uFFFD");
    }

    @Override
    public String toString() {
        return svg.toString();
    }
}
