package greenlight.runner.run;

/** What a sweep does with what its folder holds. */
public enum StartMode {
    /** Nothing may be there. */
    FRESH,
    /** The files of an earlier sweep are replaced. */
    OVERWRITE,
    /** Finishes an unfinished sweep of the same experiment, leaves a finished one as it is, starts in an empty folder. */
    RESUME,
    /** The finished runs of a smaller experiment are taken over. */
    EXTEND
}
