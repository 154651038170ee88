package greenlight.app.evidence.cause;

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
            suffices("closed within a year by the cost of compute alone", Outcome.CLOSED_EARLY, 1)),
    NOVELTY_ALONE(
            "b-novelty-alone",
            "With cheap compute, the fade of novelty alone still kills it.",
            "Of those who installed it, 1 to 8 % were there after 30 days (S18, S19).",
            suffices("closed within a year by the fade of novelty alone", Outcome.CLOSED_EARLY, 1)),
    LAW_ALONE(
            "c-law-alone",
            "Legal risk alone would have ended the deal.",
            "Contradicted as a cause: the studio was at work with the vendor until the last hour (D07, D10); penalties"
                    + " applied only later (L19, L21).",
            suffices("deal ended within a year by litigation alone", Outcome.ENDED_EARLY, 1)),
    BRAND_ALONE(
            "d-brand-alone",
            "Brand anomalies alone would have ended it.",
            "Contradicted as a cause: the studio ran a pilot and planned a launch when the vendor left (D10, D11).",
            suffices("deal ended within a year by brand anomalies alone", Outcome.ENDED_EARLY, 1)),
    PATIENT_CAPITAL(
            "e-patient-capital",
            "Patient capital would have carried it.",
            "Money was there: the vendor raised $122 billion in the month in which it closed the product (I37).",
            suffices("platform carried through its first year by owners who wait", Outcome.CLOSED_EARLY, -1),
            suffices("deal carried through its first year by owners who wait", Outcome.ENDED_EARLY, -1)),
    ENTERPRISE_OPTION(
            "f-enterprise-option",
            "The enterprise option is what makes a rich lab quit.",
            "Supported as the stated reason: the freed GPUs went to models for enterprises and code (D12, E18).",
            necessary("closed within a year, and not without another use of GPUs", Outcome.CLOSED_EARLY),
            fall("quarters open because GPUs have another use", Outcome.LIFE, 1, Claim.A_QUARTER)),
    CONTAGION(
            "g-contagion",
            "One collapse spreads to other start-ups and to other studios' deals.",
            "Contradicted so far: rivals were marked up before and grew after (I02, I04, I12); no closed round after the"
                    + " exit was found.",
            spread("start-ups lost because the flagship closes", Outcome.STARTUPS_LOST),
            spread("other vendors' deals that fail because it closes", Outcome.OTHER_DEALS_FAILED)),
    TOOLS_OUTLAST(
            "h-tools-outlast",
            "Specialised tools outlast general platforms.",
            "Contradicted in part: general platforms with paying users grew (I04, I10, I12); studios do buy tools (ST09).",
            between(
                    "survival of tool makers less that of platforms",
                    Outcome.TOOLS_SURVIVAL,
                    Outcome.PLATFORMS_SURVIVAL),
            between(
                    "studios with tools or a cloud at the horizon less those with a platform",
                    Outcome.STUDIOS_WITH_TOOLS,
                    Outcome.STUDIOS_WITH_PLATFORM)),
    CONTRACT_TERMS(
            "i-contract-terms",
            "Pilots, cost sharing and guarantees, each and together, reduce what studios lose; they cost deals never signed.",
            "No cash moved and nothing was lost in the one case on record (D07); a pilot was under way (D10).",
            fall("studios' loss with a pilot", Outcome.STUDIOS_LOSS, 1, 0),
            fall("deals signed with a pilot", Outcome.DEALS_SIGNED, 1, 0),
            fall("studios' loss with a shared bill", Outcome.STUDIOS_LOSS, 2, 0),
            fall("deals signed with a shared bill", Outcome.DEALS_SIGNED, 2, 0),
            fall("studios' loss with a guarantee", Outcome.STUDIOS_LOSS, 3, 0),
            fall("deals signed with a guarantee", Outcome.DEALS_SIGNED, 3, 0),
            fall("studios' loss with all three", Outcome.STUDIOS_LOSS, 4, 0),
            fall("deals signed with all three", Outcome.DEALS_SIGNED, 4, 0));

    /** A cause suffices, or is needed, when it is so in most of the pairs that can show it. */
    private static final double MOST_PAIRS = 0.5;

    private static final double A_QUARTER = 1;
    private static final double HALF_A_FIRM = 0.5;

    /**
     * What a contrast measures (Pearl 2009, <i>Causality</i>, section 9.2). Runs of a pair differ by the cause only, so that
     * the counterfactual of each is the other, and no assumption of monotony is needed.
     */
    public enum Quantity {
        /** Probability of sufficiency: of the pairs without the outcome in the control, the share that has it with the cause. */
        SUFFICIENCY,
        /** Probability of necessity: of the pairs with the outcome under the cause, the share that lacks it in the control. */
        NECESSITY,
        /** Mean difference between the two runs of a pair. */
        DIFFERENCE
    }

    /**
     * What decides, pair by pair.
     *
     * @param point of the design at which the cause is there
     * @param against the point of the control, at which it is not; point 0 of every claim's experiment
     * @param other the outcome that is compared with at that point; the same, but for a comparison within a run
     * @param sign 1 when the claim is that the outcome comes, or is greater, -1 when it does not come, or is less
     * @param margin the least quantity in that direction that would be what the claim says
     * @param closing whether only pairs count in which the platform closes sooner at the point than in the control
     */
    public record Contrast(
            String words,
            Quantity quantity,
            Outcome outcome,
            int point,
            Outcome other,
            int against,
            int sign,
            double margin,
            boolean closing) {}

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

    private static Contrast suffices(String words, Outcome outcome, int sign) {
        return new Contrast(words, Quantity.SUFFICIENCY, outcome, 1, outcome, 0, sign, MOST_PAIRS, false);
    }

    private static Contrast necessary(String words, Outcome outcome) {
        return new Contrast(words, Quantity.NECESSITY, outcome, 1, outcome, 0, 1, MOST_PAIRS, false);
    }

    private static Contrast spread(String words, Outcome outcome) {
        return new Contrast(words, Quantity.DIFFERENCE, outcome, 1, outcome, 0, 1, HALF_A_FIRM, true);
    }

    private static Contrast fall(String words, Outcome outcome, int point, double margin) {
        return new Contrast(words, Quantity.DIFFERENCE, outcome, point, outcome, 0, -1, margin, false);
    }

    private static Contrast between(String words, Outcome outcome, Outcome other) {
        return new Contrast(words, Quantity.DIFFERENCE, outcome, 0, other, 0, 1, 0, false);
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
