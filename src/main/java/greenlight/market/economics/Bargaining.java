package greenlight.market.economics;

/**
 * What one side pays another for going on with what only the other would end: Nash 1950, <i>The bargaining problem</i>,
 * Econometrica 18(2).
 */
public final class Bargaining {
    private Bargaining() {}

    /**
     * The price of going on, which splits the surplus evenly: (r + v) / 2, at most what the payer has; 0 where no price is worth it
     * to both.
     *
     * @param least r, that the other side goes on for, US dollars, at least 0
     * @param worth v, of going on to the payer, US dollars
     * @param means what the payer has, US dollars
     */
    public static double price(double least, double worth, double means) {
        return Math.min(worth, means) < least ? 0 : Math.min(means, (least + worth) / 2);
    }
}
