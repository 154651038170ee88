package greenlight.runner.figure;

/**
 * A colour by its role. A picture in a file has the colour itself, one inside a page the page's colour of that role, so
 * that it follows a dark page. The colours of series are those of Okabe and Ito (2008), which colour-blind readers distinguish;
 * a series has a line style and a mark of its own besides, for readers who print in grey.
 *
 * @param role the name of the page's variable, without its dashes; empty for a colour that no page changes
 * @param rgb red, green and blue, eight bits each
 */
public record Palette(String role, int rgb) {
    /** Words and values. */
    public static final Palette TEXT = new Palette("text", 0x1F2328);
    /** Words of less weight: ticks, units, counts. */
    public static final Palette MUTED = new Palette("muted", 0x59636E);
    /** The base line of a plot. */
    public static final Palette RULE = new Palette("rule", 0x8C959F);
    /** Lines to read a value along. */
    public static final Palette GRID = new Palette("grid", 0xE3E7EC);
    /** What is drawn on. */
    public static final Palette PAPER = new Palette("paper", 0xFFFFFF);
    /** The one colour of a picture that needs no second. */
    public static final Palette ACCENT = new Palette("accent", 0x0072B2);

    private static final Palette[] SERIES = {
        ACCENT,
        new Palette("series2", 0xD55E00),
        new Palette("series3", 0x009E73),
        new Palette("series4", 0xCC79A7),
        new Palette("series5", 0xE69F00),
        new Palette("series6", 0x56B4E9)
    };

    /** From light to dark, so that an order can be seen in grey as well. */
    private static final Palette[] ORDER = {
        new Palette("order1", 0x7DB7E0),
        new Palette("order2", 0x4A97CF),
        new Palette("order3", 0x1F76B4),
        new Palette("order4", 0x0B5590),
        new Palette("order5", 0x06315A)
    };

    private static final int[] RAMP = {0xF3F7FB, 0xD3E3F2, 0xA3C9E4, 0x66A6D1, 0x3280BA, 0x13599A, 0x08305F};

    /** Above this luminance dark words have more contrast than white ones. */
    private static final double BRIGHT = 0.215;

    /** Of one series among several without an order. */
    public static Palette series(int place) {
        return SERIES[place % SERIES.length];
    }

    /** Of one series among several that have an order. */
    static Palette order(int place, int count) {
        int last = ORDER.length - 1;
        return count < 2 ? ORDER[last - 1] : ORDER[(int) Math.round((double) last * place / (count - 1))];
    }

    /** Of a value in a heat map, light for the least, dark for the greatest; lightness falls evenly. */
    public static Palette ramp(double share) {
        double at = Math.max(0, Math.min(1, share)) * (RAMP.length - 1);
        int below = Math.min((int) at, RAMP.length - 2);
        double part = at - below;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = RAMP[below] >> shift & 0xFF;
            int to = RAMP[below + 1] >> shift & 0xFF;
            rgb |= (int) Math.round(from + part * (to - from)) << shift;
        }
        return new Palette("", rgb);
    }

    /** What can be read on this colour: nearly black or white. */
    public Palette onto() {
        return new Palette("", luminance() > BRIGHT ? TEXT.rgb() : PAPER.rgb());
    }

    /** Relative luminance after WCAG 2, from 0 to 1. */
    double luminance() {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
