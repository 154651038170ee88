package greenlight.market.economics.forecast;

/**
 * What a consumer platform brings and takes if it goes on, when as many people as are expected come each quarter, users leave at a constant
 * rate, and clips get cheaper.
 *
 * <p>In quarter s = 1, 2, ... of the horizon: users A(s) = r A(s−1) + N; payers P(s) = (1 − l) P(s−1) + k (A(s) − P(s−1)), between 0 and
 * A(s); clips C(s) = u (A(s) − P(s)) + v P(s), each of h(C(1) + ... + C(s−1)) GPU-hours at a rent of g(s). Present value: each
 * quarter's sum over (1 + d)^s. A net present value rule with geometric retention, as in the customer lifetime value of Gupta,
 * Lehmann and Stuart (2004), <i>Valuing customers</i>, Journal of Marketing Research 41(1).
 *
 * @param users A(0)
 * @param payers P(0)
 * @param arrivals N, people a quarter
 * @param retention r
 * @param conversion k, of free users who begin to pay
 * @param lapsing l, of payers who cease
 * @param income US dollars a payer and quarter
 * @param clipsFree u, of a free user in a quarter
 * @param clipsPaid v, of a payer in a quarter
 * @param overhead US dollars a quarter
 */
public record Continuation(
        double users,
        double payers,
        double arrivals,
        double retention,
        double conversion,
        double lapsing,
        double income,
        double clipsFree,
        double clipsPaid,
        double overhead) {

    /** What clips take, in quarters ahead. */
    public interface Supply {
        /** GPU-hours of a clip when a number of further clips have been made. */
        double hours(double clips);

        /** What a GPU-hour costs in a quarter ahead, from 1, US dollars. */
        double rent(int quarter);
    }

    /**
     * What lies ahead.
     *
     * @param revenue present value of what users pay, US dollars
     * @param spending present value of GPUs and overhead, US dollars
     * @param hours discounted GPU-hours
     * @param next contribution of the first quarter, present US dollars
     * @param nextHours discounted GPU-hours of the first quarter
     * @param nextUsers users in the first quarter
     * @param nextPayers of these, payers
     * @param meanClips clips in the mean quarter of the horizon
     * @param meanUsers users in the mean quarter of the horizon
     * @param lastUsers users in its last quarter
     */
    public record Outlook(
            double revenue,
            double spending,
            double hours,
            double next,
            double nextHours,
            double nextUsers,
            double nextPayers,
            double meanClips,
            double meanUsers,
            double lastUsers) {
        public double contribution() {
            return revenue - spending;
        }
    }

    /** Looks {@code quarters} ahead, at least 1, at a discount rate per quarter. */
    public Outlook over(int quarters, double rate, Supply supply) {
        double a = users;
        double p = Math.min(users, payers);
        double made = 0;
        double discount = 1;
        double revenue = 0;
        double spending = 0;
        double hours = 0;
        double next = 0;
        double nextHours = 0;
        double nextUsers = 0;
        double nextPayers = 0;
        double sum = 0;
        for (int s = 1; s <= quarters; s++) {
            a = retention * a + arrivals;
            p = Math.max(0, Math.min(a, (1 - lapsing) * p + conversion * (a - p)));
            double clips = clipsFree * (a - p) + clipsPaid * p;
            double taken = clips * supply.hours(made);
            made += clips;
            discount /= 1 + rate;
            revenue += discount * income * p;
            spending += discount * (taken * supply.rent(s) + overhead);
            hours += discount * taken;
            sum += a;
            if (s == 1) {
                next = revenue - spending;
                nextHours = hours;
                nextUsers = a;
                nextPayers = p;
            }
        }
        return new Outlook(
                revenue, spending, hours, next, nextHours, nextUsers, nextPayers, made / quarters, sum / quarters, a);
    }
}
