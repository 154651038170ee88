package greenlight.app.cli.console;

import picocli.CommandLine.Option;

/** The option {@code --format} of commands that list something. */
public final class ListingOption {
    @Option(names = "--format", paramLabel = "FORMAT", description = "table (when not given), markdown, csv or json.")
    private String given = "table";

    /** The format. */
    public Listing.Format format(OptionErrors errors) {
        return errors.oneOf("--format", given, Listing.Format.class);
    }
}
