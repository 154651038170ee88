package greenlight.market.economics;

/**
 * What an owner would give to be rid of a risk (Pratt 1964, <i>Risk aversion in the small and in the large</i>, Econometrica
 * 32), with the logarithmic utility of Bernoulli 1738, whose aversion is one over wealth.
 */
public final class RiskPremium {
    private RiskPremium() {}

    /**
     * Premium a quarter: (s x)^2 / (2 W). It grows with the square of the stake.
     *
     * @param stake x, US dollars
     * @param deviation s, of the stake's return in a quarter, as a share of the stake
     * @param wealth W, US dollars, above 0
     */
    public static double of(double stake, double deviation, double wealth) {
        double risk = deviation * stake;
        return risk * risk / (2 * wealth);
    }
}
