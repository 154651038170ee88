package greenlight.sweep;

import java.io.IOException;

/** The folder for results holds something already, and nothing was said about overwriting it. */
public final class FolderTaken extends IOException {
    FolderTaken(String sentence) {
        super(sentence);
    }
}
