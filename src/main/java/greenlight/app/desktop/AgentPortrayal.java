package greenlight.app.desktop;

import greenlight.market.agent.ExternalParty;
import greenlight.market.agent.Investor;
import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.function.Function;
import sim.display.GUIState;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.Inspector;
import sim.portrayal.LocationWrapper;
import sim.portrayal.SimpleInspector;
import sim.portrayal.SimplePortrayal2D;

/** An agent: a box with its name and its state, in the colour of its kind; pale and dashed when it has gone. */
final class AgentPortrayal extends SimplePortrayal2D {
    /** From this height on a box has a second line. */
    private static final double TWO_LINES = 29;

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final float[] DASHES = {4, 3};
    private static final double MARGIN = 6;
    /** An inspector shows all on one page. */
    private static final int MOST_LINES = 200;

    private final transient Scene scene;
    private final transient Function<Object, AgentProperties> facts;

    AgentPortrayal(Scene scene, Function<Object, AgentProperties> facts) {
        this.scene = scene;
        this.facts = facts;
    }

    @Override
    public void draw(Object agent, Graphics2D graphics, DrawInfo2D info) {
        double scale = info.draw.width;
        Rectangle2D box = box(agent, info);
        boolean gone = gone(agent);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double arc = 8 * scale;
        RoundRectangle2D shape =
                new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), arc, arc);
        graphics.setColor(colour(agent));
        graphics.fill(shape);
        graphics.setColor(gone ? NodeColours.FAINT : NodeColours.TEXT);
        graphics.setStroke(
                gone
                        ? new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0)
                        : new BasicStroke(1));
        graphics.draw(shape);
        Font plain = FONT.deriveFont((float) (FONT.getSize2D() * scale));
        Font bold = plain.deriveFont(Font.BOLD);
        double x = box.getX() + MARGIN * scale;
        double width = box.getWidth() - 2 * MARGIN * scale;
        String name = agent.toString();
        String line = Scene.line(agent);
        if (box.getHeight() >= TWO_LINES * scale) {
            text(graphics, bold, name, x, box.getCenterY() - 3.5 * scale, width);
            text(graphics, plain, line, x, box.getCenterY() + 9.5 * scale, width);
        } else {
            double used = text(graphics, bold, name, x, box.getCenterY() + 4 * scale, width);
            double gap = 7 * scale;
            text(graphics, plain, line, x + used + gap, box.getCenterY() + 4 * scale, width - used - gap);
        }
    }

    /** Writes a line, shortened to the width; returns the width it takes. */
    private static double text(Graphics2D graphics, Font font, String text, double x, double y, double width) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        String fitting = text;
        while (metrics.stringWidth(fitting) > width && fitting.length() > 1) {
            fitting = fitting.substring(0, fitting.length() - 2).stripTrailing() + "…";
        }
        graphics.setFont(font);
        graphics.drawString(fitting, (float) x, (float) y);
        return metrics.stringWidth(fitting);
    }

    private Rectangle2D box(Object agent, DrawInfo2D info) {
        double width = Scene.BOX * info.draw.width;
        double height = scene.height(agent) * info.draw.height;
        return new Rectangle2D.Double(info.draw.x - width / 2, info.draw.y - height / 2, width, height);
    }

    private static boolean gone(Object agent) {
        return agent instanceof Vendor vendor && !vendor.state().trading();
    }

    private static Color colour(Object agent) {
        if (gone(agent)) {
            return NodeColours.GONE;
        }
        if (agent instanceof Vendor vendor) {
            return switch (vendor.archetype()) {
                case FRONTIER_LAB -> NodeColours.LAB;
                case VIDEO_STARTUP -> NodeColours.STARTUP;
                case TOOL_MAKER -> NodeColours.TOOLS;
            };
        }
        if (agent instanceof Studio) {
            return NodeColours.STUDIO;
        }
        return agent instanceof Investor
                ? NodeColours.INVESTOR
                : agent instanceof ExternalParty ? NodeColours.OUTSIDER : Color.WHITE;
    }

    @Override
    public boolean hitObject(Object agent, DrawInfo2D range) {
        return box(agent, range).intersects(range.clip);
    }

    @Override
    public String getName(LocationWrapper wrapper) {
        return String.valueOf(wrapper.getObject());
    }

    @Override
    public Inspector getInspector(LocationWrapper wrapper, GUIState state) {
        return new SimpleInspector(facts.apply(wrapper.getObject()), state, null, MOST_LINES);
    }
}
