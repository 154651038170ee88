package greenlight.app.desktop;

import greenlight.market.Market;
import greenlight.market.law.Case;
import greenlight.market.measure.Row;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.Setting;
import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.ActionListener;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import javax.swing.JFrame;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.SwingUtilities;
import sim.display.Console;
import sim.display.Controller;
import sim.display.Display2D;
import sim.display.GUIState;
import sim.field.network.Edge;
import sim.field.network.Network;
import sim.portrayal.Inspector;
import sim.portrayal.LocationWrapper;
import sim.portrayal.continuous.ContinuousPortrayal2D;
import sim.portrayal.network.NetworkPortrayal2D;
import sim.portrayal.network.SpatialNetwork2D;

/**
 * The market at a researcher's desk: MASON's console, a display of the network, charts. Each play opens a new market
 * with the dials and the seed of that moment; the window only looks at it, so it runs as it does without one.
 */
public final class Desktop extends GUIState {
    private static final int CONSOLE_WIDTH = 440;
    /** Seconds between quarters, so that one can watch. */
    private static final double PLAY_SLEEP = 0.4;

    private static final int CONSOLE_HEIGHT = 380;
    /** Charts below the console, and below the network; a last one is hidden until the tab Displays shows it. */
    private static final int CHARTS_RIGHT = 2;

    private static final int CHARTS_BELOW = 3;
    private static final int LEAST_CHART = 320;

    private final transient World world;
    private final transient Dials dials;
    private final transient Scene scene = new Scene();
    private final transient Charts charts = new Charts();
    private final JCheckBox recording = new JCheckBox("Write the tables of a run that reaches its horizon", true);
    private final transient CountDownLatch closed = new CountDownLatch(1);

    /** All 64 bits of the seed; MASON's console keeps 32. */
    private final long seed;

    private Display2D display;
    private transient Agents agents;
    private boolean over;

    /** The seed of the market on show. */
    private long played;

    private Desktop(World world, Setting setting, long seed) {
        super(world.market(setting, seed));
        this.world = world;
        this.seed = seed;
        played = seed;
        dials = new Dials(setting);
        agents = new Agents(market());
    }

    /** What the console calls the model. */
    public static String getName() {
        return "Greenlight";
    }

    /** What the console says of the model. */
    public static Object getInfo() {
        return "<html><body><h2>Greenlight</h2><p>A market of film studios, AI video vendors, investors and users,"
                + " quarter by quarter.</p><p>Press play. Double-click on a box or a line of the network to inspect it."
                + " The dials are in the tab <i>Model</i>; they hold from the next run on. The firms bear invented"
                + " names; what happens to them is a story about the model, never about real firms.</p></body></html>";
    }

    /**
     * Opens the windows and waits until they are closed.
     *
     * @param setting of the dials at the start
     * @param seed of the first run; MASON's console shows its lower 32 bits, and counts on from them
     * @param play whether to play at once
     * @throws InterruptedException when the calling thread is interrupted first
     */
    public static void show(World world, Setting setting, long seed, boolean play) throws InterruptedException {
        CountDownLatch[] closed = new CountDownLatch[1];
        try {
            SwingUtilities.invokeAndWait(() -> {
                Desktop desktop = new Desktop(world, setting, seed);
                closed[0] = desktop.closed;
                Console console = (Console) desktop.createController();
                if (play) {
                    console.pressPlay();
                }
            });
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException("The window could not be opened: " + failed.getCause(), failed.getCause());
        }
        closed[0].await();
    }

    private Market market() {
        return (Market) state;
    }

    @Override
    public Inspector getInspector() {
        return new DialInspector(dials, recording);
    }

    @Override
    @SuppressWarnings("unchecked") // a map without types, of MASON's
    public Controller createController() {
        Console console = new Console(this);
        // a market's books cannot be saved in the midst of a run, and there is no other model
        console.setNewMenuAllowed(false);
        // the last console to close would end the program, whose exit code is not MASON's to say
        Console.allControllers.put(this, this);
        JMenu file = console.getJMenuBar().getMenu(0);
        for (int i = file.getItemCount() - 1; i >= 0; i--) {
            JMenuItem item = file.getItem(i);
            if (item != null
                    && (item.getText().startsWith("Open") || item.getText().startsWith("Save"))) {
                file.remove(item);
            } else if (item != null && item.getText().equals("Quit")) {
                for (ActionListener exit : item.getActionListeners()) {
                    item.removeActionListener(exit);
                }
                item.addActionListener(pressed -> console.doClose());
            }
        }
        console.setPlaySleep((long) (PLAY_SLEEP * 1000));
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        int right = Math.min(display.getFrame().getX() + display.getFrame().getWidth(), screen.width - CONSOLE_WIDTH);
        console.setBounds(right, screen.y, screen.x + screen.width - right, CONSOLE_HEIGHT);
        console.setVisible(true);
        return console;
    }

    @Override
    public void init(Controller controller) {
        super.init(controller);
        display = new Display2D(Scene.WIDTH, Scene.HEIGHT, this);
        display.setBackdrop(Color.WHITE);
        display.attach(new Legend(scene), "Quarter and legend");
        attach(scene.stakes, "Stakes");
        attach(scene.deals, "Deals");
        attach(scene.suits, "Suits");
        AgentPortrayal box = new AgentPortrayal(scene, agent -> agents.facts(agent));
        ContinuousPortrayal2D boxes = new ContinuousPortrayal2D() {
            @Override
            public Inspector getInspector(LocationWrapper wrapper, GUIState state) {
                // without the place on the screen, which means nothing
                return box.getInspector(wrapper, state);
            }
        };
        boxes.setField(scene.agents);
        boxes.setPortrayalForAll(box);
        display.attach(boxes, "Agents");
        JFrame network = display.createFrame();
        network.setTitle("Studios, vendors, investors");
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        int wide = Math.min(network.getWidth(), screen.width - CONSOLE_WIDTH);
        network.setBounds(screen.x, screen.y, wide, Math.min(network.getHeight(), screen.height));
        controller.registerFrame(network);
        Rectangle right = new Rectangle(
                screen.x + wide,
                screen.y + CONSOLE_HEIGHT,
                screen.width - wide,
                (screen.height - CONSOLE_HEIGHT) / CHARTS_RIGHT);
        int high = Math.max(LEAST_CHART, screen.height - network.getHeight());
        Rectangle below = new Rectangle(screen.x, screen.y + screen.height - high, wide / CHARTS_BELOW, high);
        List<JFrame> frames = charts.frames();
        for (int i = 0; i < frames.size(); i++) {
            boolean first = i < CHARTS_RIGHT;
            Rectangle place = new Rectangle(first ? right : below);
            if (first) {
                place.translate(0, i * place.height);
            } else {
                place.translate((i - CHARTS_RIGHT) * place.width, 0);
            }
            frames.get(i).setBounds(place);
            controller.registerFrame(frames.get(i));
            frames.get(i).setVisible(i < CHARTS_RIGHT + CHARTS_BELOW);
        }
        network.setVisible(true);
        scene.clear();
    }

    private void attach(Network network, String name) {
        NetworkPortrayal2D portrayal = new NetworkPortrayal2D();
        portrayal.setField(new SpatialNetwork2D(scene.agents, network));
        portrayal.setPortrayalForAll(new TiePortrayal());
        display.attach(portrayal, name);
    }

    /** Opens a new market with the setting of the dials, and the seed of the console's field. */
    @Override
    public void start() {
        int shown = (int) state.seed();
        played = shown == (int) seed ? seed : shown;
        Market opened = world.market(dials.setting(), played);
        over = false;
        state = opened;
        agents = new Agents(opened);
        super.start();
        scene.clear();
        scene.open(opened);
        charts.clear();
        // before the display draws
        scheduleRepeatingImmediatelyAfter(stepped -> look((Market) stepped));
        display.reset();
        display.repaint();
    }

    /** One quarter; false after the last of the horizon. */
    @Override
    public boolean step() {
        boolean stepped = super.step();
        over = market().quarter() + 1 >= market().setting().count(MarketParameter.QUARTERS);
        return stepped && !over;
    }

    /** Keeps the run, if it has reached its horizon and is to be kept. */
    @Override
    public void finish() {
        super.finish();
        if (over && recording.isSelected()) {
            world.record(market(), played);
        }
        over = false;
    }

    @Override
    public void quit() {
        super.quit();
        closed.countDown();
    }

    private void look(Market market) {
        scene.update(market);
        int now = market.quarter();
        List<Row> rows = market.rows();
        int from = rows.size();
        while (from > 0 && rows.get(from - 1).quarter() == now) {
            from--;
        }
        double[] moods = market.investors().stream()
                .mapToDouble(each -> each.exuberance())
                .toArray();
        charts.add(new Charts.Quarter(now, List.copyOf(rows.subList(from, rows.size())), moods, ages(market)));
    }

    /** Of the open cases, quarters since filing. */
    private static double[] ages(Market market) {
        return Stream.concat(market.vendors().stream(), market.studios().stream())
                .flatMap(party ->
                        Arrays.stream(market.casesNetwork().getEdgesIn(party).toArray()))
                .mapToDouble(edge -> market.quarter() - ((Case) ((Edge) edge).getInfo()).filed())
                .toArray();
    }
}
