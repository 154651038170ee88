package greenlight.market.users;

import java.util.List;

/** All users together. Offers go in, demand comes out. */
public interface Audience {
    /** Most vendors that can ever be offered to users. */
    int MOST_VENDORS = UserState.MOST_VENDORS;

    /**
     * Lets every user live through a quarter, month by month.
     *
     * @param offers one for each vendor that ever was, open or not, always in the same order
     * @param hype attention of the market, 1 in an ordinary quarter
     * @param openQuality of the models that anybody may use for free elsewhere
     * @return for each vendor what users did with it, in the order of the offers
     */
    List<Demand> live(int quarter, List<Offer> offers, double hype, double openQuality);

    long users();

    /** Users on any platform. */
    long active();
}
