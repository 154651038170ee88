package greenlight.app.desktop;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Map;
import sim.display.GUIState;
import sim.field.network.Edge;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.Inspector;
import sim.portrayal.LocationWrapper;
import sim.portrayal.SimpleInspector;
import sim.portrayal.network.EdgeDrawInfo2D;
import sim.portrayal.network.SimpleEdgePortrayal2D;

/** An edge: deals blue, stakes green, suits red with an arrow; pilots dashed, what broke this quarter dotted and crossed. */
final class TiePortrayal extends SimpleEdgePortrayal2D {
    private static final Map<Tie.Kind, Color> COLOURS = Map.of(
            Tie.Kind.DEAL, NodeColours.DEAL, Tie.Kind.STAKE, NodeColours.STAKE_LINE, Tie.Kind.SUIT, NodeColours.SUIT);
    /** Ties of different kinds between the same two run side by side. */
    private static final Map<Tie.Kind, Double> OFFSETS =
            Map.of(Tie.Kind.DEAL, -5.0, Tie.Kind.STAKE, 0.0, Tie.Kind.SUIT, 5.0);

    private static final float[] DASHES = {9, 6};
    private static final float[] DOTS = {2, 5};
    private static final double CROSS = 7;
    private static final double ARROW = 9;
    private static final float GRIP = 8;

    @Override
    public void draw(Object object, Graphics2D graphics, DrawInfo2D info) {
        if (((Edge) object).getInfo() instanceof Tie tie) {
            draw(graphics, path(info, tie), tie, info.draw.width);
        }
    }

    /** Draws a tie along a curve; the legend does the same. */
    static void draw(Graphics2D graphics, CubicCurve2D path, Tie tie, double scale) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        float width = (float) ((1.2 + 3.3 * tie.weight()) * scale);
        if (tie.fresh()) {
            graphics.setColor(NodeColours.NEW);
            graphics.setStroke(
                    new BasicStroke(width + (float) (7 * scale), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            graphics.draw(path);
        }
        graphics.setColor(COLOURS.get(tie.kind()));
        graphics.setStroke(stroke(tie.state(), width));
        graphics.draw(path);
        graphics.setStroke(new BasicStroke(Math.max(width, 2)));
        if (tie.kind() == Tie.Kind.SUIT) {
            arrow(graphics, path, ARROW * scale);
        }
        if (tie.state() == Tie.State.BROKEN) {
            cross(graphics, path, CROSS * scale);
        }
    }

    private static BasicStroke stroke(Tie.State state, float width) {
        float[] pattern = state == Tie.State.PILOT ? DASHES : state == Tie.State.BROKEN ? DOTS : null;
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
    }

    private static void arrow(Graphics2D graphics, CubicCurve2D path, double size) {
        double angle = Math.atan2(path.getY2() - path.getCtrlY2(), path.getX2() - path.getCtrlX2());
        Path2D head = new Path2D.Double();
        head.moveTo(path.getX2(), path.getY2());
        for (double side : new double[] {-0.45, 0.45}) {
            head.lineTo(path.getX2() - size * Math.cos(angle + side), path.getY2() - size * Math.sin(angle + side));
        }
        head.closePath();
        graphics.fill(head);
    }

    private static void cross(Graphics2D graphics, CubicCurve2D path, double size) {
        double x = (path.getX1() + 3 * path.getCtrlX1() + 3 * path.getCtrlX2() + path.getX2()) / 8;
        double y = (path.getY1() + 3 * path.getCtrlY1() + 3 * path.getCtrlY2() + path.getY2()) / 8;
        graphics.draw(new Line2D.Double(x - size, y - size, x + size, y + size));
        graphics.draw(new Line2D.Double(x - size, y + size, x + size, y - size));
    }

    /** From the side of one box to the side of the other; out and back again between boxes of one column. */
    private static CubicCurve2D path(DrawInfo2D info, Tie tie) {
        double scale = info.draw.width;
        double half = Scene.BOX / 2 * scale;
        double shift = OFFSETS.get(tie.kind()) * scale;
        Point2D to = ((EdgeDrawInfo2D) info).secondPoint;
        double x1 = info.draw.x;
        double y1 = info.draw.y + shift;
        double x2 = to.getX();
        double y2 = to.getY() + shift;
        if (Math.abs(x1 - x2) < half) {
            double out = half + Math.min(90, 25 + Math.abs(y1 - y2) / 4) * scale;
            return new CubicCurve2D.Double(x1 + half, y1, x1 + out, y1, x2 + out, y2, x2 + half, y2);
        }
        double way = x1 < x2 ? 1 : -1;
        double bend = Math.abs(x2 - x1) / 3;
        x1 += way * half;
        x2 -= way * half;
        return new CubicCurve2D.Double(x1, y1, x1 + way * bend / 2, y1, x2 - way * bend, y2, x2, y2);
    }

    @Override
    public boolean hitObject(Object object, DrawInfo2D range) {
        return ((Edge) object).getInfo() instanceof Tie tie
                && new BasicStroke(GRIP).createStrokedShape(path(range, tie)).intersects(range.clip);
    }

    @Override
    public String getName(LocationWrapper wrapper) {
        return String.valueOf(wrapper.getObject());
    }

    @Override
    public Inspector getInspector(LocationWrapper wrapper, GUIState state) {
        return new SimpleInspector(wrapper.getObject(), state);
    }
}
