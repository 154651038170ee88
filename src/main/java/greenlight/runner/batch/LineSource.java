package greenlight.runner.batch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a stream, in UTF-8, none of which takes more memory than a limit. */
final class LineSource {
    /** Characters of a line, bytes. */
    static final int LONGEST = 1 << 20;

    private final InputStream in;
    private long number;

    LineSource(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The number of the last line, from 1. */
    long number() {
        return number;
    }

    /**
     * The next line without its end; empty at the end of the stream.
     *
     * @throws BadPoint when it is too long, or not UTF-8; the line after it can be read all the same
     */
    Optional<String> next() throws IOException, BadPoint {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        int letter = in.read();
        if (letter < 0) {
            return Optional.empty();
        }
        number++;
        for (; letter >= 0 && letter != '\n'; letter = in.read()) {
            if (line.size() < LONGEST) {
                line.write(letter);
            } else {
                tooLong = true;
            }
        }
        if (tooLong) {
            throw new BadPoint("the line has more than " + (LONGEST >> 20) + " MB; allowed is " + (LONGEST >> 20)
                    + " MB at most.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
            String plain = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            return Optional.of(number == 1 && plain.startsWith("\uFEFF") ? plain.substring(1) : plain);
        } catch (CharacterCodingException bad) {
            throw new BadPoint("the line is not UTF-8 text.");
        }
    }
}
