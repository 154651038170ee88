package greenlight.runner.journal;

import java.io.IOException;

/** The folder for results holds something already, and nothing was said about overwriting it. */
public final class FolderTaken extends IOException {
    public FolderTaken(String sentence) {
        super(sentence);
    }
}
