package greenlight.app.desktop;

import java.awt.Color;

/** The colours, those of Okabe and Ito (2008), which colour-blind readers distinguish; kinds also differ by dash and shape. */
final class NodeColours {
    static final Color DEAL = new Color(0x0072B2);
    static final Color SUIT = new Color(0xD55E00);
    static final Color STAKE = new Color(0x009E73);
    /** Many lines that cross: let them shine through each other. */
    static final Color STAKE_LINE = new Color(0, 0x9E, 0x73, 150);

    static final Color NEW = new Color(0xF0E442);

    static final Color STUDIO = new Color(0xDCE9F7);
    static final Color LAB = new Color(0xF7DCEB);
    static final Color STARTUP = new Color(0xFCEBC8);
    static final Color TOOLS = new Color(0xE4E4E4);
    static final Color INVESTOR = new Color(0xD9F0E7);
    static final Color OUTSIDER = new Color(0xFBE0D2);
    static final Color GONE = new Color(0xFAFAFA);

    static final Color TEXT = new Color(0x202020);
    static final Color FAINT = new Color(0x707070);

    private static final Color[] SERIES = {
        new Color(0x000000),
        DEAL,
        SUIT,
        STAKE,
        new Color(0xCC79A7),
        new Color(0xE69F00),
        new Color(0x56B4E9),
        new Color(0x8C6D00),
    };

    private NodeColours() {}

    /** How many series have a colour of their own; further ones differ by their dashes. */
    static int series() {
        return SERIES.length;
    }

    /** The colour of the series of that number. */
    static Color of(int series) {
        return SERIES[series % SERIES.length];
    }
}
