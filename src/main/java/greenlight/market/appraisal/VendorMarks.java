package greenlight.market.appraisal;

import greenlight.market.agent.Investor;
import greenlight.market.agent.Vendor;
import greenlight.market.economics.Valuation;
import greenlight.market.law.Court;
import greenlight.market.state.Firms;
import greenlight.runner.model.Setting;

/** What investors mark vendors at, quarter by quarter, between rounds as in them. */
public final class VendorMarks {
    /** Weight of a quarter's evidence in a mark: two fifths, as in appraisals of property (Geltner 1993). */
    private static final double EVIDENCE = 0.4;

    private final Setting setting;
    private final Firms firms;
    private final Court court;

    public VendorMarks(Setting setting, Firms firms, Court court) {
        this.setting = setting;
        this.firms = firms;
        this.court = court;
    }

    /** Moves each vendor's mark towards what the investors who look at it would pay, as appraisers do. */
    public void mark() {
        for (Vendor vendor : firms.vendors()) {
            if (vendor.trading()) {
                double mark = vendor.finances().mark();
                vendor.finances().markedAt(Valuation.smoothed(mark, value(vendor, mark), EVIDENCE));
            }
        }
    }

    /**
     * Mean of what the investors who look at the vendor would pay, US dollars.
     *
     * @param without what it is where none looks at it
     */
    private double value(Vendor vendor, double without) {
        Investor.Prospectus seen = Investor.prospectus(vendor, court.costOfOpenCase(), setting);
        double sum = 0;
        int investors = 0;
        for (Investor investor : firms.investors()) {
            if (investor.looksAt(vendor.archetype())) {
                sum += investor.value(seen);
                investors++;
            }
        }
        return investors > 0 ? sum / investors : without;
    }
}
