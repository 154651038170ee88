package greenlight.runner.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What tells one file from another.
 *
 * @param bytes its size
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record Fingerprint(long bytes, String sha256) {
    private static final String SHA256 = "sha256:";
    private static final int CHUNK = 1 << 16;

    /** Reads a file once, from beginning to end. */
    public static Fingerprint of(Path file) throws IOException {
        MessageDigest digest = digest();
        long bytes = 0;
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                bytes += read;
            }
        }
        return new Fingerprint(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** Of what a file is to hold. */
    public static Fingerprint of(byte[] content) {
        return new Fingerprint(content.length, HexFormat.of().formatHex(digest().digest(content)));
    }

    /** The fingerprint that a description has; empty when its hash is none. */
    static Optional<Fingerprint> of(String hash, long bytes) {
        return hash.startsWith(SHA256)
                ? Optional.of(new Fingerprint(bytes, hash.substring(SHA256.length())))
                : Optional.empty();
    }

    /** The digest as a description has it, with the name of its algorithm. */
    String hash() {
        return SHA256 + sha256;
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
