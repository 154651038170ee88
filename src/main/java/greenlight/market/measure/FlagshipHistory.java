package greenlight.market.measure;

import greenlight.market.agent.Vendor;
import greenlight.market.contract.Deal;
import greenlight.market.parameter.MarketParameter;
import java.util.ArrayList;
import java.util.List;

/** The life of the flagship's consumer video. Each figure is not-a-number where it does not apply. */
final class FlagshipHistory {
    /** The ordinary times before the launch, with which the suits after it are compared. */
    private static final int QUARTERS_BEFORE = 6;

    private static final double MINUTES_PER_HOUR = 60;

    private final RunRecord run;
    private final FundingHistory funding;
    private final RivalsHistory rivals;
    /** Null when the scenario has none. */
    private final Vendor vendor;

    private final List<Row> rows;
    /** The rows of the quarters in which its platform was open. */
    private final List<Row> life = new ArrayList<>();

    FlagshipHistory(RunRecord run, FundingHistory funding, RivalsHistory rivals) {
        this.run = run;
        this.rivals = rivals;
        this.funding = funding;
        Vendor flagship = null;
        for (Vendor each : run.vendors()) {
            flagship = each.opening().flagship() ? each : flagship;
        }
        vendor = flagship;
        rows = vendor == null ? List.of() : run.ofVendors(each -> each == vendor);
        for (Row row : rows) {
            boolean over = vendor.closed() >= 0 && row.quarter() >= vendor.closed();
            if (row.quarter() >= vendor.launched() && !over) {
                life.add(row);
            }
        }
    }

    /** Whether its platform was open and is no more; a firm that fails before its launch closes none. */
    private boolean hasClosed() {
        return vendor != null && vendor.closed() >= launch();
    }

    private boolean failedBeforeLaunch() {
        return vendor.closed() >= 0 && !hasClosed();
    }

    private int launch() {
        return Math.max(0, vendor.launched());
    }

    double closed() {
        return vendor == null ? Double.NaN : RunRecord.number(hasClosed());
    }

    /** Quarters in which its platform was open. */
    double openQuarters() {
        if (vendor == null || vendor.launched() > run.lastQuarter() || failedBeforeLaunch()) {
            return Double.NaN;
        }
        return (hasClosed() ? vendor.closed() : run.quarters()) - launch();
    }

    double closingQuarter() {
        return hasClosed() ? vendor.closed() : Double.NaN;
    }

    double quartersToClosing() {
        return hasClosed() ? vendor.closed() - launch() : Double.NaN;
    }

    /** A reading in the n-th quarter of its life, counted from 0; not-a-number when it was not open for so long. */
    double reading(Reading reading, int quarterOfLife) {
        return quarterOfLife < life.size() ? life.get(quarterOfLife).get(reading) : Double.NaN;
    }

    double peakDailyLoss() {
        return life.isEmpty() ? Double.NaN : RunRecord.max(life, Reading.DAILY_VIDEO_LOSS);
    }

    double revenueOverCompute() {
        return RunRecord.ratio(
                RunRecord.sum(life, Reading.QUARTER_VIDEO_REVENUE), RunRecord.sum(life, Reading.INFERENCE_COST));
    }

    /** Users' payments for a GPU-hour of video, whole life, against what enterprises paid for one in the mean quarter of it. */
    double videoAgainstEnterprise() {
        double hours = RunRecord.sum(life, Reading.GPU_MINUTES) / MINUTES_PER_HOUR;
        double perHour = RunRecord.ratio(RunRecord.sum(life, Reading.QUARTER_VIDEO_REVENUE), hours);
        return RunRecord.ratio(perHour * life.size(), RunRecord.sum(life, Reading.ENTERPRISE_PRICE));
    }

    /** The quarter of its launch, counted from 0; the horizon when it has not launched by then. */
    int launchQuarter() {
        return vendor == null ? run.quarters() : Math.min(run.quarters(), launch());
    }

    /** Inference cost and overhead less video revenue, whole life, US dollars. */
    double videoLoss() {
        if (life.isEmpty()) {
            return Double.NaN;
        }
        return RunRecord.sum(life, Reading.INFERENCE_COST)
                + vendor.videoOverhead() * life.size()
                - RunRecord.sum(life, Reading.QUARTER_VIDEO_REVENUE);
    }

    /** What its vendor gained by video and by partners, GPUs at their rent, equity left out, US dollars. */
    double gain() {
        if (vendor == null) {
            return Double.NaN;
        }
        double gain = life.isEmpty() ? 0 : -videoLoss();
        for (Deal deal : run.deals()) {
            gain += deal.vendor() == vendor.id() ? deal.vendorGain() : 0;
        }
        return gain;
    }

    /** A reading in a quarter of its life against the launch quarter. */
    double againstLaunch(Reading reading, int quarterOfLife) {
        return RunRecord.ratio(reading(reading, quarterOfLife), reading(reading, 0));
    }

    /** Conversion in the first two quarters against the projection. */
    double conversionAgainstPlan() {
        double conversion = reading(Reading.CONVERSION_OBSERVED, 0);
        if (life.size() > 1) {
            conversion = (conversion + reading(Reading.CONVERSION_OBSERVED, 1)) / 2;
        }
        return conversion / run.setting().get(MarketParameter.PROJECTED_CONVERSION);
    }

    /** Enterprise revenue two quarters after closing against the quarter before. */
    double enterpriseAfterClosing() {
        if (!hasClosed()) {
            return Double.NaN;
        }
        return RunRecord.ratio(enterpriseRevenue(vendor.closed() + 2), enterpriseRevenue(vendor.closed() - 1));
    }

    private double enterpriseRevenue(int quarter) {
        for (Row row : rows) {
            if (row.quarter() == quarter) {
                return row.get(Reading.QUARTER_ENTERPRISE_REVENUE);
            }
        }
        return Double.NaN;
    }

    /** Revenue of the video start-ups two quarters after closing against the quarter before. */
    double rivalsGrowth() {
        if (!hasClosed()) {
            return Double.NaN;
        }
        return RunRecord.ratio(rivalsRevenue(vendor.closed() + 2), rivalsRevenue(vendor.closed() - 1));
    }

    /** Revenue in a quarter of those who entered as video start-ups; not-a-number outside the run. */
    private double rivalsRevenue(int quarter) {
        double revenue = quarter < 0 || quarter > run.lastQuarter() ? Double.NaN : 0;
        for (Row row : rivals.rows()) {
            if (row.quarter() == quarter) {
                revenue += row.get(Reading.QUARTER_VIDEO_REVENUE) + row.get(Reading.OTHER_REVENUE);
            }
        }
        return revenue;
    }

    /** Fall of the money raised by start-ups and tool makers, from the year before its closing to the year after. */
    double winterDepth() {
        return hasClosed() ? funding.fallAfter(vendor.closed()) : Double.NaN;
    }

    /** Of the cases filed before its launch, the share that was open at its launch. */
    double openAtLaunch() {
        if (vendor == null || vendor.launched() < 1 || vendor.launched() > run.lastQuarter()) {
            return Double.NaN;
        }
        return RunRecord.ratio(run.market(Reading.OPEN_CASES, vendor.launched() - 1), run.suits(0, vendor.launched()));
    }

    /** Suits filed in the launch quarter and the next, per quarter, against the six quarters before. */
    double suitsRise() {
        if (vendor == null || vendor.launched() < QUARTERS_BEFORE || vendor.launched() >= run.lastQuarter()) {
            return Double.NaN;
        }
        int launch = vendor.launched();
        int ordinary = run.suits(launch - QUARTERS_BEFORE, launch);
        return ordinary > 0 ? run.suits(launch, launch + 2) / 2.0 * QUARTERS_BEFORE / ordinary : Double.NaN;
    }
}
