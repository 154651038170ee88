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
     * The first 64 bits of SHA-256 over the model's version, the scenario, every parameter, the cells that are set and the run's seed; a letter before
     * them, so that no reader of the tables takes an id for a number.
     */
    static String id(String version, String scenario, Setting setting, long seed) {
        return id(inputs(version, scenario, setting), seed);
    }

    /** A digest of what the replications of a point have in common: all but the seed. */
    static MessageDigest inputs(String version, String scenario, Setting setting) {
        StringBuilder inputs = new StringBuilder();
        inputs.append("model=").append(version).append("\nscenario=").append(scenario);
        setting.parameters().forEach(parameter -> append(inputs, parameter, setting.get(parameter)));
        setting.cells().forEach((cell, value) -> append(inputs, cell, value));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(inputs.toString().getBytes(StandardCharsets.UTF_8));
            return digest;
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    private static void append(StringBuilder inputs, Parameter parameter, double value) {
        inputs.append('\n').append(parameter.key()).append('=').append(Decimal.text(value));
    }

    /** The id that the digest of the common inputs and a seed make; the digest stays as it is. */
    static String id(MessageDigest inputs, long seed) {
        try {
            byte[] digest =
                    ((MessageDigest) inputs.clone()).digest(("\nseed=" + seed + "\n").getBytes(StandardCharsets.UTF_8));
            return "r" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError("SHA-256 of the JDK can be cloned", impossible);
        }
    }
}
