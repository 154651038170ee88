package greenlight.market;

import greenlight.market.model.Scenarios;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values of the uncertain parameters of {@code reference-setting.csv}. A law about one mechanism is tested where that
 * mechanism is at work, whatever the defaults: there the headline deal is signed in most runs, and the flagship closes some quarters later. They
 * were the defaults of rules 0.7.0.
 */
public final class ReferenceSetting {
    private static final Map<Parameter, Double> VALUES = read();

    private ReferenceSetting() {}

    /** The setting of a scenario with these values, but for those that the scenario sets. */
    public static Setting of(String scenario) {
        return Scenarios.setting(scenario).completed(VALUES);
    }

    /** The values, by parameter. */
    public static Map<Parameter, Double> values() {
        return VALUES;
    }

    /** The value of an uncertain parameter. */
    public static double value(MarketParameter parameter) {
        return VALUES.get(parameter);
    }

    private static Map<Parameter, Double> read() {
        Map<Parameter, Double> values = new LinkedHashMap<>();
        try (InputStream in = ReferenceSetting.class.getResourceAsStream("reference-setting.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> values.put(MarketParameter.of(cells[0]), Double.valueOf(cells[1])));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Collections.unmodifiableMap(values);
    }
}
