package greenlight.market.economics;

/**
 * A prize shared by relative strength: Tullock 1980, <i>Efficient rent seeking</i>, in Buchanan, Tollison and Tullock
 * (eds), Toward a Theory of the Rent-Seeking Society.
 */
public final class CapabilityContest {
    private CapabilityContest() {}

    /**
     * The share of the first of two: own^theta / (own^theta + rival^theta), reckoned from the logarithms, so that no
     * power overflows. A half where both have nothing.
     *
     * @param own capability, at least 0, in the unit of the rival's
     * @param theta how decisive a lead is, at least 0: at 0 both get half
     */
    public static double share(double own, double rival, double theta) {
        if (own == rival || theta == 0) {
            return 0.5;
        }
        if (own == 0 || rival == 0) {
            return own == 0 ? 0 : 1;
        }
        return Logit.probability(theta * (Exact.log(own) - Exact.log(rival)));
    }
}
