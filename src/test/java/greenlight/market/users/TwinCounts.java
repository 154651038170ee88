package greenlight.market.users;

import java.util.List;

/** What twins do with one vendor in a quarter, counted the long way. */
final class TwinCounts {
    private final int vendor;
    private final Offer offer;
    private final List<Offer> offers;
    private long freeMonths;
    private long paidMonths;
    private long freeProfessionalMonths;
    private long paidProfessionalMonths;
    private long freeBefore;
    private long freeLeft;
    private long paidBefore;
    private long paidLeft;
    private long adopted;
    private long switched;
    private long converted;
    private long newBefore;
    private long newLeft;
    private double misuse;
    private double surplus;

    TwinCounts(int vendor, List<Offer> offers) {
        this.vendor = vendor;
        this.offers = offers;
        offer = offers.get(vendor);
    }

    /**
     * Counts a month.
     *
     * @param from the vendor at its start, null for none
     * @param paid at its start
     * @param came in the month before, to its first vendor
     */
    void count(TwinUser twin, Integer from, boolean paid, boolean came) {
        boolean was = from != null && from == vendor;
        boolean is = twin.vendor != null && twin.vendor == vendor;
        boolean left = was && !is;
        freeBefore += was && !paid ? 1 : 0;
        paidBefore += was && paid ? 1 : 0;
        freeLeft += left && !paid ? 1 : 0;
        paidLeft += left && paid ? 1 : 0;
        newBefore += was && came ? 1 : 0;
        newLeft += left && came ? 1 : 0;
        adopted += is && from == null ? 1 : 0;
        switched += is && from != null && !was ? 1 : 0;
        converted += is && twin.pays && !(was && paid) ? 1 : 0;
        freeMonths += is && !twin.pays ? 1 : 0;
        paidMonths += is && twin.pays ? 1 : 0;
        freeProfessionalMonths += is && !twin.pays && twin.professional ? 1 : 0;
        paidProfessionalMonths += is && twin.pays && twin.professional ? 1 : 0;
        misuse += is ? twin.misuse : 0;
        surplus += is && twin.pays ? twin.willingness(offer, offers) - offer.price() : 0;
    }

    /** The quarter, where the twins are at its end. */
    Demand demand(List<TwinUser> twins) {
        return new Demand(
                with(twins, false),
                with(twins, true),
                freeMonths,
                paidMonths,
                freeProfessionalMonths,
                paidProfessionalMonths,
                freeBefore,
                freeLeft,
                paidBefore,
                paidLeft,
                adopted,
                switched,
                converted,
                newBefore,
                newLeft,
                misuse,
                Math.round(100 * surplus),
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    private long with(List<TwinUser> twins, boolean paying) {
        return twins.stream()
                .filter(twin -> twin.vendor != null && twin.vendor == vendor && twin.pays == paying)
                .count();
    }
}
