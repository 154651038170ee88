package greenlight.app.page;

import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.Scenario;
import greenlight.runner.model.Setting;
import org.teavm.jso.JSBody;

/**
 * The market's door in the browser. The request comes as the arguments of {@link #main}, which the page may call again
 * and again; the answer goes to functions of the page before it returns.
 */
public final class BrowserMain {
    private BrowserMain() {}

    /**
     * Runs a market, or reads a world.
     *
     * @param request {@code world}, its name, its tables and those of the worlds that ship (see {@link OpenedWorld}); or how much to return ({@code whole}, {@code sketch} or {@code brief}), the text of the scenario, the seed,
     *     the dials that are set beyond the scenario's own, as {@code KEY=BITS} parted by blanks, and the quarter in view,
     *     which only a sketch needs
     */
    public static void main(String[] request) {
        if (request[0].equals("world")) {
            text(OpenedWorld.read(request[1], request[2], request[3]));
            return;
        }
        Scenario scenario = ScenarioText.read(request[1]);
        Setting setting = setting(scenario, request[3]);
        RunEncoder telling = new RunEncoder(BrowserMain::number);
        long seed = Long.parseLong(request[2]);
        switch (request[0]) {
            case "brief" -> telling.brief(scenario, setting, seed);
            case "sketch" -> telling.sketch(scenario, setting, seed, Integer.parseInt(request[4]));
            default -> telling.whole(scenario, setting, seed);
        }
        text(telling.text());
    }

    /** The table's defaults, under the scenario's own dials, under those of the request. */
    private static Setting setting(Scenario scenario, String request) {
        double[] values = new double[MarketParameter.table().size()];
        for (MarketParameter dial : MarketParameter.table()) {
            values[dial.ordinal()] = scenario.parameters().getOrDefault(dial, dial.defaultValue());
        }
        for (String dial : ScenarioText.split(request, ' ')) {
            int equals = dial.indexOf('=');
            if (equals > 0) {
                int place = MarketParameter.valueOf(dial.substring(0, equals)).ordinal();
                values[place] = ScenarioText.real(dial.substring(equals + 1));
            }
        }
        return Setting.of(MarketParameter.table(), values);
    }

    @JSBody(params = "value", script = "globalThis.marketNumber(value);")
    private static native void number(double value);

    @JSBody(params = "text", script = "globalThis.marketText(text);")
    private static native void text(String text);
}
