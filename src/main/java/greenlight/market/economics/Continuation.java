package greenlight.market.economics;

/**
 * What a consumer platform is worth if it goes on: the present value of what its users pay less what they cost, over a
 * planning horizon, when arrivals fade and users leave at constant rates.
 *
 * <p>In quarter s = 1, 2, ... of the horizon: users A(s) = r A(s−1) + N f^s; payers P(s) = (1 − l) P(s−1) + k A(s);
 * contribution p P(s) − c A(s) − o. Present value: sum of contributions / (1 + d)^s. A net present value rule with
 * geometric retention, as in the customer lifetime value of Gupta, Lehmann and Stuart (2004), <i>Journal of Marketing
 * Research</i> 41(1).
 *
 * @param users A(0)
 * @param payers P(0)
 * @param arrivals N, in the last quarter
 * @param fading f, arrivals of a quarter against the one before
 * @param retention r
 * @param conversion k, of users who begin to pay
 * @param lapsing l, of payers who cease
 * @param price p, US dollars a payer and quarter
 * @param cost c, US dollars a user and quarter
 * @param overhead o, US dollars a quarter
 */
public record Continuation(
        double users,
        double payers,
        double arrivals,
        double fading,
        double retention,
        double conversion,
        double lapsing,
        double price,
        double cost,
        double overhead) {

    /**
     * What lies ahead.
     *
     * @param revenue present value of what users pay, US dollars
     * @param spending present value of what they cost with the overhead, US dollars
     * @param meanUsers users in the mean quarter of the horizon
     * @param userQuarters discounted user-quarters
     */
    public record Outlook(double revenue, double spending, double meanUsers, double userQuarters) {
        public double contribution() {
            return revenue - spending;
        }
    }

    /** Looks {@code quarters} ahead at a discount rate per quarter. */
    public Outlook over(int quarters, double rate) {
        double a = users;
        double p = payers;
        double n = arrivals;
        double discount = 1;
        double revenue = 0;
        double spending = 0;
        double sum = 0;
        double userQuarters = 0;
        for (int s = 1; s <= quarters; s++) {
            n *= fading;
            a = retention * a + n;
            p = Math.min(a, (1 - lapsing) * p + conversion * a);
            discount /= 1 + rate;
            revenue += discount * price * p;
            spending += discount * (cost * a + overhead);
            sum += a;
            userQuarters += discount * a;
        }
        return new Outlook(revenue, spending, sum / quarters, userQuarters);
    }
}
