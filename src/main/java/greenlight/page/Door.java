package greenlight.page;

import greenlight.market.Scenario;
import greenlight.parameter.Parameter;
import greenlight.parameter.Parameters;
import org.teavm.jso.JSBody;

/**
 * The market's door in the browser. The request comes as the arguments of {@link #main}, which the page may call again
 * and again; the answer goes to functions of the page before it returns.
 */
public final class Door {
    private Door() {}

    /**
     * Runs a market.
     *
     * @param request how much to tell ({@code whole} or {@code brief}), the text of the scenario, the seed, and the dials
     *     that are set beyond the scenario's own, as {@code KEY=BITS} parted by blanks
     */
    public static void main(String[] request) {
        Scenario scenario = WorldText.read(request[1]);
        Parameters setting = setting(scenario, request[3]);
        Telling telling = new Telling(Door::number);
        if (request[0].equals("brief")) {
            telling.brief(scenario, setting, Long.parseLong(request[2]));
        } else {
            telling.whole(scenario, setting, Long.parseLong(request[2]));
        }
        text(telling.text());
    }

    /** The table's defaults, under the scenario's own dials, under those of the request. */
    private static Parameters setting(Scenario scenario, String request) {
        double[] values = new double[Parameter.table().size()];
        for (Parameter dial : Parameter.table()) {
            values[dial.ordinal()] = scenario.dials().getOrDefault(dial, dial.standard());
        }
        for (String dial : WorldText.split(request, ' ')) {
            int equals = dial.indexOf('=');
            if (equals > 0) {
                int place = Parameter.valueOf(dial.substring(0, equals)).ordinal();
                values[place] = WorldText.real(dial.substring(equals + 1));
            }
        }
        return Parameters.of(Parameter.table(), values);
    }

    @JSBody(params = "value", script = "globalThis.marketNumber(value);")
    private static native void number(double value);

    @JSBody(params = "text", script = "globalThis.marketText(text);")
    private static native void text(String text);
}
