package greenlight.market.narrative;

import greenlight.market.Market;
import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import greenlight.market.measure.Measure;
import greenlight.market.scenario.Scenario;
import greenlight.runner.format.Text;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What became of everybody: the main measures of a run, in words. */
public final class RunSummary {
    private static final int LABEL = 20;

    private final Market market;
    private final int width;
    private final double[] measures;

    /**
     * The end of a run.
     *
     * @param width characters of a line
     */
    public RunSummary(Market market, int width) {
        this.market = market;
        this.width = width;
        measures = market.measures();
    }

    public void print(PrintStream out) {
        out.println("In the end");
        line(out, "The headline deal", headline());
        for (Scenario.VendorOpening vendor : market.scenario().vendors()) {
            if (vendor.flagship()) {
                line(out, vendor.name(), flagship());
                line(out, "Its users", flagshipsUsers());
            }
        }
        line(out, "All platform deals", deals());
        line(out, "The studios", studios());
        line(out, "The vendors", vendors());
        line(out, "The investors", investors());
        line(out, "The courts", courts());
        line(out, "The users", users());
    }

    private void line(PrintStream out, String label, List<String> clauses) {
        String words = String.join("; ", clauses);
        if (!words.isEmpty()) {
            out.println(Text.hung("  " + Text.padded(label, LABEL), words, width));
        }
    }

    private List<String> headline() {
        Deal headline = null;
        for (Deal deal : market.deals()) {
            headline = deal.terms().headline() ? deal : headline;
        }
        if (headline == null) {
            return List.of("never signed");
        }
        List<String> clauses = new ArrayList<>();
        clauses.add("signed " + market.label(headline.signed()));
        String lived = Text.count((long) get(Measure.HEADLINE_LIFE), "quarter");
        String end = headline.ended() < 0 ? "" : market.label(headline.ended());
        clauses.add(
                switch (headline.stage()) {
                    case VOIDED -> "void in " + end + ", " + lived + " later: the platform was gone";
                    case TERMINATED ->
                        "ended by the studio in " + end + ", " + lived + " later: "
                                + (headline.cause() == Deal.Cause.BRAND ? "harm to its brand" : "legal risk");
                    case COMPLETED -> "completed in " + end;
                    default -> "still running after " + lived + (headline.stage() == Stage.RENEWED ? ", renewed" : "");
                });
        double pledged = headline.terms().equity();
        if (pledged > 0) {
            clauses.add(Text.dollars(headline.equityPaid()) + " of " + Text.dollars(pledged) + " equity paid");
        }
        return clauses;
    }

    private List<String> flagship() {
        List<String> clauses = new ArrayList<>();
        if (yes(Measure.FLAGSHIP_CLOSED)) {
            int closed = (int) get(Measure.SHUTDOWN_QUARTER);
            clauses.add("closed its video platform in " + market.label(closed) + ", "
                    + Text.count((long) get(Measure.QUARTERS_TO_SHUTDOWN), "quarter") + " after its launch");
        } else if (applies(Measure.LAUNCH_USERS)) {
            clauses.add("keeps its video platform open");
        } else {
            clauses.add("has not launched its video platform");
        }
        add(
                clauses,
                Measure.PEAK_DAILY_LOSS,
                value -> value > 0 ? "lost up to " + Text.dollars(value) + " a day on it" : "never lost money on it");
        add(
                clauses,
                Measure.FLAGSHIP_VIDEO_LOSS,
                value -> (value >= 0 ? "lost " : "earned ") + Text.dollars(Math.abs(value))
                        + " in all, overhead included");
        add(
                clauses,
                Measure.REVENUE_OVER_COMPUTE,
                value -> "its users paid " + Text.percent(value) + " of the computing");
        return clauses;
    }

    private List<String> flagshipsUsers() {
        List<String> clauses = new ArrayList<>();
        add(clauses, Measure.LAUNCH_USERS, value -> Text.scaled(value) + " came in the launch quarter");
        add(clauses, Measure.RETENTION_1, value -> Text.percent(value) + " of the newcomers stayed a month later");
        add(
                clauses,
                Measure.ACTIVE_AFTER_2,
                value -> "two quarters after launch it had " + Text.percent(value) + " as many");
        add(
                clauses,
                Measure.CONVERSION_AGAINST_PLAN,
                value -> value > 0
                        ? "one began to pay for every " + Text.scaled(1 / value) + " planned"
                        : "no one began to pay");
        return clauses;
    }

    private List<String> deals() {
        List<String> clauses = new ArrayList<>();
        clauses.add(Text.grouped((long) get(Measure.DEALS_SIGNED)) + " signed");
        counted(clauses, Measure.DEALS_VOIDED, "void because the platform was gone");
        counted(clauses, Measure.DEALS_TERMINATED, "ended by a studio");
        if (get(Measure.DEALS_SIGNED) > 0) {
            double loss = get(Measure.STUDIOS_LOSS);
            clauses.add(
                    loss >= 0
                            ? "studios lost " + Text.dollars(loss) + " in those that failed"
                            : "studios were " + Text.dollars(-loss) + " ahead in those that failed");
            double withoutStakes = get(Measure.STUDIOS_LOSS_WITHOUT_STAKES);
            if (withoutStakes != loss) {
                clauses.add("their shares in the vendors are worth " + Text.dollars(withoutStakes - loss) + " of that");
            }
        }
        return clauses;
    }

    private List<String> studios() {
        List<String> clauses = new ArrayList<>();
        clauses.add((long) get(Measure.TOOLS_OR_CLOUD_LAST) + " on tools or a private cloud");
        counted(clauses, Measure.PLATFORM_LAST, "in partnership with a platform");
        clauses.add("gained " + Text.dollars(get(Measure.GAIN_TOOLS)) + " from tools, "
                + Text.dollars(get(Measure.GAIN_CLOUD)) + " from clouds, " + Text.dollars(get(Measure.GAIN_PLATFORM))
                + " from platforms");
        return clauses;
    }

    private List<String> vendors() {
        List<String> clauses = new ArrayList<>();
        clauses.add("platforms still open: " + Text.count((long) get(Measure.SURVIVING_LABS), "lab") + " and "
                + Text.count((long) get(Measure.SURVIVING_STARTUPS), "start-up"));
        clauses.add(Text.count((long) get(Measure.SURVIVING_TOOLS), "tool maker"));
        counted(clauses, Measure.ENTRIES, "founded");
        counted(clauses, Measure.PIVOTS, "turned to tools or enterprise");
        counted(clauses, Measure.INSOLVENCIES, "insolvent");
        counted(clauses, Measure.ACQUISITIONS, "bought");
        return clauses;
    }

    private List<String> investors() {
        List<String> clauses = new ArrayList<>();
        clauses.add(Text.count((long) get(Measure.ROUNDS), "round") + " closed");
        counted(clauses, Measure.ROUNDS_TROUBLED, "shrunk, down or failed");
        clauses.add(Text.dollars(get(Measure.RAISED)) + " for start-ups and tool makers");
        add(
                clauses,
                Measure.WINTER_DEPTH,
                value -> "from its best year to its worst later one, that money fell by " + Text.percent(value));
        return clauses;
    }

    private List<String> courts() {
        List<String> clauses = new ArrayList<>();
        clauses.add(Text.count((long) get(Measure.SUITS), "case") + " filed");
        counted(clauses, Measure.OPEN_CASES_LAST, "open");
        clauses.add(Text.dollars(get(Measure.LEGAL_COST)) + " for lawyers, settlements, damages and fines");
        return clauses;
    }

    private List<String> users() {
        List<String> clauses = new ArrayList<>();
        clauses.add(Text.scaled(get(Measure.PEAK_ACTIVE)) + " people at the peak, "
                + Text.scaled(get(Measure.LAST_ACTIVE)) + " at the end");
        clauses.add(Text.scaled(get(Measure.CLIPS)) + " clips");
        clauses.add(Text.dollars(get(Measure.VIDEO_REVENUE)) + " paid by users");
        return clauses;
    }

    /** How a value is put in words. */
    @FunctionalInterface
    private interface Words {
        String of(double value);
    }

    private void add(List<String> clauses, Measure measure, Words words) {
        if (applies(measure)) {
            clauses.add(words.of(get(measure)));
        }
    }

    private void counted(List<String> clauses, Measure measure, String words) {
        if (get(measure) > 0) {
            clauses.add(Text.grouped((long) get(measure)) + " " + words);
        }
    }

    private double get(Measure measure) {
        return measures[measure.ordinal()];
    }

    private boolean applies(Measure measure) {
        return !Double.isNaN(get(measure));
    }

    private boolean yes(Measure measure) {
        return get(measure) == 1;
    }
}
