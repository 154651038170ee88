package greenlight.app.evidence;

import greenlight.market.measure.Measure;
import java.util.List;

/**
 * The article's claims, one for each question that the shipped experiments answer: what the article says, what the public
 * record says, and the contrasts that decide. Ids such as S32 are rows of {@code facts.csv}. Verdicts are never written
 * here: they are computed from runs.
 */
public enum Claim {
    COST_ALONE(
            "a-cost-alone",
            "Cost per clip alone kills the product.",
            "A loss of about $1 million a day is reported (S32); the price of comparable tiers fell by a third to two thirds"
                    + " within two quarters (C24, C25), so the cost curve was not exponential.",
            rise("closed by the cost of compute alone", Measure.FLAGSHIP_CLOSED, 1, 0, Claim.MOST_RUNS)),
    NOVELTY_ALONE(
            "b-novelty-alone",
            "With cheap compute, the fade of novelty alone still kills it.",
            "Of those who installed it, 1 to 8 % were there after 30 days (S18, S19).",
            rise("closed by the fade of novelty alone", Measure.FLAGSHIP_CLOSED, 1, 0, Claim.MOST_RUNS)),
    LAW_ALONE(
            "c-law-alone",
            "Legal risk alone would have ended the deal.",
            "Contradicted as a cause: the studio was at work with the vendor until the last hour (D07, D10); penalties"
                    + " applied only later (L19, L21).",
            rise("deal ended by litigation alone", Measure.HEADLINE_COLLAPSED, 1, 0, Claim.MOST_RUNS)),
    BRAND_ALONE(
            "d-brand-alone",
            "Brand anomalies alone would have ended it.",
            "Contradicted as a cause: the studio ran a pilot and planned a launch when the vendor left (D10, D11).",
            rise("deal ended by brand anomalies alone", Measure.HEADLINE_COLLAPSED, 1, 0, Claim.MOST_RUNS)),
    PATIENT_CAPITAL(
            "e-patient-capital",
            "Patient capital would have carried it.",
            "Money was there: the vendor raised $122 billion in the month in which it closed the product (I37).",
            fall("deal collapses under patient capital", Measure.HEADLINE_COLLAPSED, 1, 0, Claim.MOST_RUNS)),
    ENTERPRISE_OPTION(
            "f-enterprise-option",
            "The enterprise option is what makes a rich lab quit.",
            "Supported as the stated reason: the freed GPUs went to models for enterprises and code (D12, E18).",
            rise("closed because GPUs have another use", Measure.FLAGSHIP_CLOSED, 1, 0, Claim.MOST_RUNS),
            fall("quarters open because GPUs have another use", Measure.FLAGSHIP_LIFE, 1, 0, Claim.A_QUARTER)),
    CONTAGION(
            "g-contagion",
            "One collapse spreads to other start-ups and to other studios' deals.",
            "Contradicted so far: rivals were marked up before and grew after (I02, I04, I12); no closed round after the"
                    + " exit was found.",
            rise("start-ups lost because the flagship closes", Measure.STARTUPS_LOST, 1, 0, Claim.HALF_A_FIRM),
            rise(
                    "other vendors' deals that fail because it closes",
                    Measure.OTHER_DEALS_FAILED,
                    1,
                    0,
                    Claim.HALF_A_FIRM)),
    TOOLS_OUTLAST(
            "h-tools-outlast",
            "Specialised tools outlast general platforms.",
            "Contradicted in part: general platforms with paying users grew (I04, I10, I12); studios do buy tools (ST09).",
            between(
                    "survival of tool makers less that of platforms",
                    Measure.TOOLS_SURVIVAL,
                    Measure.PLATFORMS_SURVIVAL)),
    CONTRACT_TERMS(
            "i-contract-terms",
            "Pilots, cost sharing and guarantees, each and together, reduce what studios lose; they cost deals never signed.",
            "No cash moved and nothing was lost in the one case on record (D07); a pilot was under way (D10).",
            fall("studios' loss with a pilot", Measure.STUDIOS_LOSS, 1, 0, 0),
            fall("deals signed with a pilot", Measure.DEALS_SIGNED, 1, 0, 0),
            fall("studios' loss with a shared bill", Measure.STUDIOS_LOSS, 2, 0, 0),
            fall("deals signed with a shared bill", Measure.DEALS_SIGNED, 2, 0, 0),
            fall("studios' loss with a guarantee", Measure.STUDIOS_LOSS, 3, 0, 0),
            fall("deals signed with a guarantee", Measure.DEALS_SIGNED, 3, 0, 0),
            fall("studios' loss with all three", Measure.STUDIOS_LOSS, 4, 0, 0),
            fall("deals signed with all three", Measure.DEALS_SIGNED, 4, 0, 0));

    /** To kill alone, a force must do so in most runs that would have survived. */
    private static final double MOST_RUNS = 0.5;

    private static final double A_QUARTER = 1;
    private static final double HALF_A_FIRM = 0.5;

    /**
     * What decides: a measure at one point of the claim's experiment less a measure at another, replication by
     * replication.
     *
     * @param point of the design whose runs are looked at
     * @param against the point they are compared with
     * @param sign 1 when the claim is that the difference is positive, -1 when it is negative
     * @param margin the least difference in that direction that would be what the claim says, in the measure's unit
     */
    public record Contrast(
            String words, Measure measure, int point, Measure other, int against, int sign, double margin) {}

    private final String key;
    private final String article;
    private final String publicRecord;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<Contrast> contrasts;

    Claim(String key, String article, String publicRecord, Contrast... contrasts) {
        this.key = key;
        this.article = article;
        this.publicRecord = publicRecord;
        this.contrasts = List.of(contrasts);
    }

    private static Contrast rise(String words, Measure measure, int point, int against, double margin) {
        return new Contrast(words, measure, point, measure, against, 1, margin);
    }

    private static Contrast fall(String words, Measure measure, int point, int against, double margin) {
        return new Contrast(words, measure, point, measure, against, -1, margin);
    }

    private static Contrast between(String words, Measure measure, Measure other) {
        return new Contrast(words, measure, 0, other, 0, 1, 0);
    }

    /** The letter of the question, such as {@code a}. */
    public String id() {
        return key.substring(0, 1);
    }

    /** Name of its experiment file under {@code experiments/claims}, without the ending. */
    public String key() {
        return key;
    }

    public String article() {
        return article;
    }

    public String publicRecord() {
        return publicRecord;
    }

    public List<Contrast> contrasts() {
        return contrasts;
    }
}
