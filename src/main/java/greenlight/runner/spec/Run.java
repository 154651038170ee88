package greenlight.runner.spec;

import greenlight.runner.format.Decimal;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One run of an experiment, known before the first starts.
 *
 * @param index place in the order of the design, from 0
 * @param point place of its point in the design, from 0
 * @param replication from 0
 * @param seed fixes all random numbers of the run
 * @param id {@code r} and 16 hexadecimal digits: equal for equal inputs, in every experiment and on every machine
 */
public record Run(int index, int point, int replication, long seed, String scenario, Setting setting, String id) {

    /**
     * The first 64 bits of SHA-256 over the model's version, the scenario, every parameter and the run's seed; a letter before
     * them, so that no reader of the tables takes an id for a number.
     */
    static String id(String version, String scenario, Setting setting, long seed) {
        StringBuilder inputs = new StringBuilder();
        inputs.append("model=").append(version).append("\nscenario=").append(scenario);
        for (Parameter parameter : setting.parameters()) {
            inputs.append('\n').append(parameter.key()).append('=').append(Decimal.text(setting.get(parameter)));
        }
        inputs.append("\nseed=").append(seed).append('\n');
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(inputs.toString().getBytes(StandardCharsets.UTF_8));
            return "r" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
