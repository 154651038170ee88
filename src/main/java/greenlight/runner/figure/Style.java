package greenlight.runner.figure;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** How one series among several looks: a colour, a line and a mark, each enough to know it by. */
public record Style(Palette ink, int place) {
    private static final double[][] DASHES = {{}, {7, 3}, {2, 2.5}, {9, 3, 2, 3}, {4, 2}, {1, 3}};

    public static Style of(int place, int count, boolean ordered) {
        return new Style(ordered ? Palette.order(place, count) : Palette.series(place), place);
    }

    public double[] dash() {
        return DASHES[place % DASHES.length];
    }

    /** A mark of about the given half width. */
    public Shape mark(double x, double y, double size) {
        return switch (place % 4) {
            case 1 -> new Rectangle2D.Double(x - size * 0.9, y - size * 0.9, size * 1.8, size * 1.8);
            case 2 -> polygon(x, y, size * 1.2, -Math.PI / 2, 3);
            case 3 -> polygon(x, y, size * 1.25, 0, 4);
            default -> dot(x, y, size);
        };
    }

    public static Shape dot(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Shape polygon(double x, double y, double radius, double turn, int corners) {
        Path2D path = new Path2D.Double();
        for (int corner = 0; corner < corners; corner++) {
            double angle = turn + 2 * Math.PI * corner / corners;
            double cornerX = x + radius * StrictMath.cos(angle);
            double cornerY = y + radius * StrictMath.sin(angle);
            if (corner == 0) {
                path.moveTo(cornerX, cornerY);
            } else {
                path.lineTo(cornerX, cornerY);
            }
        }
        path.closePath();
        return path;
    }
}
