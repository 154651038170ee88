package greenlight.app.desktop;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.FieldPortrayal2D;

/** Above the network the quarter and its news, below it the legend. */
final class Legend extends FieldPortrayal2D {
    private static final Font BIG = new Font(Font.SANS_SERIF, Font.BOLD, 22);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 12);

    private final transient Scene scene;

    private record Line(Tie.Kind kind, Tie.State state, boolean fresh, String words) {}

    private static final List<Line> LINES = List.of(
            new Line(Tie.Kind.DEAL, Tie.State.HOLDING, false, "deal in force"),
            new Line(Tie.Kind.DEAL, Tie.State.PILOT, false, "deal in its pilot"),
            new Line(Tie.Kind.SUIT, Tie.State.HOLDING, false, "suit, to the defendant"),
            new Line(Tie.Kind.STAKE, Tie.State.HOLDING, false, "stake, thicker for more"),
            new Line(Tie.Kind.DEAL, Tie.State.HOLDING, true, "yellow: new or grown"),
            new Line(Tie.Kind.DEAL, Tie.State.BROKEN, false, "crossed: just ended"));

    private record Patch(Color colour, String words) {}

    private static final List<Patch> PATCHES = List.of(
            new Patch(NodeColours.STUDIO, "studio"),
            new Patch(NodeColours.OUTSIDER, "other plaintiff"),
            new Patch(NodeColours.LAB, "frontier lab"),
            new Patch(NodeColours.STARTUP, "video start-up"),
            new Patch(NodeColours.TOOLS, "tool maker"),
            new Patch(NodeColours.GONE, "vendor gone"),
            new Patch(NodeColours.INVESTOR, "investor"));

    Legend(Scene scene) {
        this.scene = scene;
        setField(scene);
    }

    @Override
    public void draw(Object object, Graphics2D given, DrawInfo2D info) {
        Graphics2D graphics = (Graphics2D) given.create();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.transform(AffineTransform.getTranslateInstance(info.draw.x, info.draw.y));
        graphics.scale(info.draw.width / Scene.WIDTH, info.draw.height / Scene.HEIGHT);
        graphics.setColor(NodeColours.TEXT);
        write(graphics, BIG, scene.quarter(), 14, 32);
        write(graphics, TEXT, scene.people(), 14, 52);
        for (int i = 0; i < scene.news().size(); i++) {
            write(graphics, TEXT, scene.news().get(i), 330, 22 + 17 * i);
        }
        write(graphics, HEADING, "Studios, and others who sue", 14, Scene.TOP - 8);
        write(graphics, HEADING, "Vendors", (Scene.WIDTH - Scene.BOX) / 2, Scene.TOP - 8);
        write(graphics, HEADING, "Investors", Scene.WIDTH - Scene.BOX - 14, Scene.TOP - 8);
        legend(graphics);
        graphics.dispose();
    }

    private static void legend(Graphics2D graphics) {
        double top = Scene.HEIGHT - Scene.BOTTOM + 18;
        double column = 240;
        for (int i = 0; i < LINES.size(); i++) {
            Line line = LINES.get(i);
            int place = i / 2;
            double x = 14 + place * column;
            double y = top + i % 2 * 22;
            CubicCurve2D path = new CubicCurve2D.Double(x, y, x + 15, y, x + 30, y, x + 44, y);
            TiePortrayal.draw(graphics, path, new Tie(line.kind(), line.state(), line.fresh(), 0.5, "", null), 1);
            graphics.setColor(NodeColours.TEXT);
            write(graphics, TEXT, line.words(), x + 52, y + 4);
        }
        for (int i = 0; i < PATCHES.size(); i++) {
            double x = Scene.WIDTH - 372 + i % 3 * 128;
            int row = i / 3;
            double y = top - 8 + row * 19;
            Rectangle2D box = new Rectangle2D.Double(x, y, 20, 12);
            graphics.setColor(PATCHES.get(i).colour());
            graphics.fill(box);
            graphics.setColor(NodeColours.TEXT);
            graphics.setStroke(new BasicStroke(1));
            graphics.draw(box);
            write(graphics, TEXT, PATCHES.get(i).words(), x + 26, y + 11);
        }
    }

    private static void write(Graphics2D graphics, Font font, String text, double x, double y) {
        graphics.setFont(font);
        graphics.drawString(text, (float) x, (float) y);
    }
}
