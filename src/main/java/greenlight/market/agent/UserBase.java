package greenlight.market.agent;

import greenlight.market.users.Demand;

/** The users of a vendor's platform. */
public final class UserBase {
    private Demand demand = Demand.NONE;
    private double peoplePerAgent;
    private double arrivals;

    /**
     * Takes over what users did in a quarter.
     *
     * @param people that a user agent represents
     */
    public void update(Demand next, double people) {
        demand = next;
        peoplePerAgent = people;
        arrivals = next.came() * people;
    }

    /** What users did in the last quarter, counted in user agents. */
    public Demand demand() {
        return demand;
    }

    /** People who used the platform in the last quarter's last month. */
    public double activePeople() {
        return demand.active() * peoplePerAgent;
    }

    /** People on the paid tier at the last quarter's end. */
    public double paidPeople() {
        return demand.paid() * peoplePerAgent;
    }

    /** People on the free tier at a month's end, summed over the last quarter's months. */
    public double freeMonths() {
        return demand.freeMonths() * peoplePerAgent;
    }

    /** Clips that people on other vendors' free plans wish for here, a quarter. */
    public double visitorClips() {
        return demand.visitorClips() * peoplePerAgent;
    }

    /** Clips that people on its own free plan wish for at other vendors, a quarter. */
    public double clipsElsewhere() {
        return demand.clipsElsewhere() * peoplePerAgent;
    }

    /** People who came to the platform in the last quarter, from no vendor or from another. */
    public double arrivals() {
        return arrivals;
    }
}
