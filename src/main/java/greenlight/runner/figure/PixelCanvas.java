package greenlight.runner.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextAttribute;
import java.util.Map;

/** Paints with the JDK's own graphics, which needs no screen. */
final class PixelCanvas implements Canvas {
    private final Graphics2D graphics;

    PixelCanvas(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    @Override
    public void fill(Shape area, Palette ink, double opacity) {
        graphics.setColor(new Color(ink.rgb() | (int) Math.round(255 * opacity) << 24, true));
        graphics.fill(area);
    }

    @Override
    public void stroke(Shape line, Palette ink, double width, double... dash) {
        float[] dashes = null;
        if (dash.length > 0) {
            dashes = new float[dash.length];
            for (int i = 0; i < dash.length; i++) {
                dashes[i] = (float) dash[i];
            }
        }
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0));
        graphics.setColor(new Color(ink.rgb()));
        graphics.draw(line);
    }

    @Override
    public void words(String words, double x, double y, Anchor anchor, Fonts type) {
        if (words.isEmpty()) {
            return;
        }
        Font font = new Font(Map.of(
                TextAttribute.FAMILY,
                Font.SANS_SERIF,
                TextAttribute.SIZE,
                (float) type.size(),
                TextAttribute.WEIGHT,
                type.bold() ? TextAttribute.WEIGHT_BOLD : TextAttribute.WEIGHT_REGULAR));
        graphics.setFont(font);
        graphics.setColor(new Color(type.ink().rgb()));
        double width =
                font.getStringBounds(words, graphics.getFontRenderContext()).getWidth();
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        graphics.drawString(words, (float) left, (float) y);
    }
}
