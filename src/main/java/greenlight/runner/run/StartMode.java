package greenlight.runner.run;

/** What a sweep does with what its folder holds. */
public enum StartMode {
    /** Nothing may be there. */
    FRESH,
    /** The files of an earlier sweep are replaced. */
    OVERWRITE,
    /** An unfinished sweep of the same experiment is finished; one that is finished is left; with nothing there, begins. */
    RESUME,
    /** The finished runs of a smaller experiment are taken over. */
    EXTEND
}
