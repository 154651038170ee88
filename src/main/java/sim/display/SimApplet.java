package sim.display;

/**
 * Stands in the place of MASON's class of this name, which is a {@code java.applet.Applet} and cannot be linked from JDK
 * 26 on. MASON's console asks it one thing only.
 */
public final class SimApplet {
    /** Whether the program runs inside a web page: never. */
    public static final boolean isApplet = false;

    private SimApplet() {}

    /** The same. */
    public static boolean isApplet() {
        return isApplet;
    }
}
