package greenlight.market.economics.forecast;

/**
 * What a consumer platform brings and takes if it goes on, when as many people as are expected come each month, users leave at constant
 * rates, and clips get cheaper.
 *
 * <p>Month by month: free users F' = (1 − k) (r F + n) + l q P; payers P' = k (r F + n) + (1 − l) q P. In quarter s = 1, 2, ... of the horizon
 * these are summed over months: clips C(s) = u F(s) + v P(s) + w, each of h(C(1) + ... + C(s−1)) GPU-hours at a rent of g(s). Present value: each
 * quarter's sum over (1 + d)^s. A net present value rule with geometric retention, as in the customer lifetime value of Gupta,
 * Lehmann and Stuart (2004), <i>Valuing customers</i>, Journal of Marketing Research 41(1).
 *
 * @param users F(0) + P(0)
 * @param payers P(0), at most the users
 * @param arrivals n, people a month
 * @param retention r, of free users a month
 * @param payerRetention q, of payers a month
 * @param conversion k, of free users who begin to pay in a month
 * @param lapsing l, of payers who cease in a month
 * @param income US dollars a payer and month
 * @param incomeFree US dollars a free user and month
 * @param clipsFree u, of a free user in a month
 * @param clipsPaid v, of a payer in a month
 * @param clipsOfVisitors w, of people who are users of others, in a quarter
 * @param overhead US dollars a quarter
 */
public record Continuation(
        double users,
        double payers,
        double arrivals,
        double retention,
        double payerRetention,
        double conversion,
        double lapsing,
        double income,
        double incomeFree,
        double clipsFree,
        double clipsPaid,
        double clipsOfVisitors,
        double overhead) {

    /** Of a quarter. */
    private static final int MONTHS = 3;

    /** What clips take. */
    @FunctionalInterface
    public interface Learning {
        /** GPU-hours of a clip in a quarter ahead, from 1, by when a number of further clips have been made. */
        double hours(int quarter, double clips);
    }

    /**
     * What lies ahead.
     *
     * @param revenue present value of what users pay, US dollars
     * @param spending present value of GPUs and overhead, US dollars
     * @param hours discounted GPU-hours
     * @param next contribution of the first quarter, present US dollars
     * @param nextHours discounted GPU-hours of the first quarter
     * @param nextUsers users in the mean month of the first quarter
     * @param nextPayers of these, payers
     * @param meanClips clips in the mean quarter of the horizon
     * @param meanUsers users in the mean month of the horizon
     * @param lastUsers users in its last month
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

    /**
     * Looks ahead.
     *
     * @param rate discount rate per quarter
     * @param rents g(1), g(2), ... at their quarters, from 1 to the horizon, US dollars a GPU-hour
     * @param paidFor GPU-hours to be paid for, against those that clips take
     * @param learning h
     */
    public Outlook over(double rate, double[] rents, double paidFor, Learning learning) {
        int quarters = rents.length - 1;
        double p = Math.min(users, payers);
        double f = users - p;
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
            double freeMonths = 0;
            double paidMonths = 0;
            for (int month = 0; month < MONTHS; month++) {
                double undecided = retention * f + arrivals;
                double staying = payerRetention * p;
                f = (1 - conversion) * undecided + lapsing * staying;
                p = conversion * undecided + (1 - lapsing) * staying;
                freeMonths += f;
                paidMonths += p;
            }
            double clips = clipsFree * freeMonths + clipsPaid * paidMonths + clipsOfVisitors;
            double taken = clips * learning.hours(s, made) * paidFor;
            made += clips;
            discount /= 1 + rate;
            revenue += discount * (income * paidMonths + incomeFree * freeMonths);
            spending += discount * (taken * rents[s] + overhead);
            hours += discount * taken;
            sum += freeMonths + paidMonths;
            if (s == 1) {
                next = revenue - spending;
                nextHours = hours;
                nextUsers = (freeMonths + paidMonths) / MONTHS;
                nextPayers = paidMonths / MONTHS;
            }
        }
        return new Outlook(
                revenue,
                spending,
                hours,
                next,
                nextHours,
                nextUsers,
                nextPayers,
                made / quarters,
                sum / quarters / MONTHS,
                f + p);
    }
}
