package greenlight.market.economics;

/** What a suit is expected to pay, and who files it. */
public final class Litigation {
    private Litigation() {}

    /**
     * Mean of Pareto damages of which no more than a limit is awarded: m (a - (m / u)^(a - 1)) / (a - 1), the limited expected
     * value of Klugman, Panjer and Willmot 2012, <i>Loss Models</i>, appendix A.4.
     *
     * @param least m, the least damages, US dollars, above 0
     * @param alpha a, exponent of the tail, above 1
     * @param limit u, the most that is awarded, US dollars, at least m
     */
    public static double meanDamages(double least, double alpha, double limit) {
        return least * (alpha - Exact.pow(least / limit, alpha - 1)) / (alpha - 1);
    }

    /**
     * What the defendant is expected to pay at the end of a suit, US dollars: s k D + (1 - s)(1 - d) p D (the expected value
     * of a suit with settlement and trial, Landes 1971, <i>An economic analysis of the courts</i>, Journal of Law and
     * Economics 14).
     *
     * @param settling s, probability that the suit settles
     * @param settlement k, share of the damages that a settlement pays
     * @param dismissal d, probability that a suit that does not settle is dismissed before judgment
     * @param wins p, probability that the plaintiff wins a judgment
     * @param damages D, mean damages, US dollars
     */
    public static double expectedPayment(
            double settling, double settlement, double dismissal, double wins, double damages) {
        return settling * settlement * damages + (1 - settling) * (1 - dismissal) * wins * damages;
    }

    /**
     * What two sides settle for, US dollars: (1 - d) p D, what the suit is expected to pay; what either saves on lawyers is
     * shared evenly (Nash bargaining; Landes 1971).
     *
     * @param dismissal d, probability that the suit is dismissed before judgment
     * @param wins p, probability that the plaintiff wins a judgment
     * @param damages D, at stake, US dollars
     */
    public static double settlement(double dismissal, double wins, double damages) {
        return (1 - dismissal) * wins * damages;
    }

    /**
     * Mean number of stages that a suit goes through: 1 when it is dismissed after pleading, 2 when it settles in discovery, 3
     * when it is tried: 2 s + (1 - s)(d + 3 (1 - d)).
     *
     * @param settling s, probability that the suit settles
     * @param dismissal d, probability that a suit that does not settle is dismissed
     */
    public static double stages(double settling, double dismissal) {
        return 2 * settling + (1 - settling) * (dismissal + 3 * (1 - dismissal));
    }

    /**
     * Share of rights holders who license: those who ask less than the licence is worth to the buyer. Asked prices are
     * log-logistic with shape 1 (Fisk 1961), so that the share is V / (V + C); 0 where it is worth nothing.
     *
     * @param worth V, of a licence of everything to the buyer, US dollars, at least 0
     * @param price C, that the median of rights holders asks for everything, US dollars, at least 0
     */
    public static double shareThatLicenses(double worth, double price) {
        return worth == 0 ? 0 : worth / (worth + price);
    }

    /**
     * Share of those with a claim who sue. Each sues when what he expects to be paid exceeds what suing costs him (Shavell
     * 1982, <i>The social versus the private incentive to bring suit in a costly legal system</i>, Journal of Legal Studies
     * 11). Costs differ between plaintiffs and are log-logistic with shape 1 (Fisk 1961, Econometrica 29), so that the share is
     * V / (V + C); 0 where nothing is expected.
     *
     * @param payment V, expected, US dollars, at least 0
     * @param cost C, median cost of suing, US dollars, at least 0
     */
    public static double shareThatSues(double payment, double cost) {
        return payment == 0 ? 0 : payment / (payment + cost);
    }
}
