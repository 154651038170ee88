package greenlight.market;

import static greenlight.market.record.Reading.*;

import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import greenlight.market.economics.Concentration;
import greenlight.market.law.Party;
import greenlight.market.ledger.Account;
import greenlight.market.ledger.Why;
import greenlight.market.record.Event;
import greenlight.market.record.Reading;
import greenlight.market.record.Row;
import greenlight.market.users.Demand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Phase 10: the quarter's record: a row for the market, for each vendor, for each studio. */
final class TimeSeriesRecorder {
    static final String MARKET = "market";
    static final String VENDOR = "vendor";
    static final String STUDIO = "studio";

    private static final double CENTS = 100;

    private final Market market;
    private final List<Row> rows = new ArrayList<>();
    /** Suits filed in the quarter. */
    private final List<Event> suits = new ArrayList<>();

    private String label;

    TimeSeriesRecorder(Market market) {
        this.market = market;
    }

    List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    void write() {
        suits.clear();
        for (Event event : market.eventsOf(market.quarter())) {
            if (event.kind() == Event.Kind.SUIT) {
                suits.add(event);
            }
        }
        label = market.label(market.quarter());
        List<Row> vendors = new ArrayList<>();
        for (Vendor vendor : market.vendors()) {
            vendors.add(of(vendor));
        }
        List<Row> studios = new ArrayList<>();
        for (Studio studio : market.studios()) {
            studios.add(of(studio));
        }
        rows.add(ofMarket(vendors, studios));
        rows.addAll(vendors);
        rows.addAll(studios);
    }

    private Row row(String entity, String kind) {
        return new Row(market.quarter(), label, entity, kind);
    }

    private Row of(Vendor vendor) {
        Row row = row(vendor.name(), VENDOR);
        Demand demand = vendor.demand();
        double people = market.peoplePerAgent();
        Fleet fleet = vendor.fleet();
        double minutes = vendor.minutesEach();
        row.put(ACTIVE_USERS, vendor.activePeople())
                .put(PAID_USERS, vendor.paidPeople())
                .put(ADOPTERS, demand.adopted() * people)
                .put(LEAVERS, demand.left() * people)
                .put(RETENTION_OBSERVED, demand.before() > 0 ? (double) demand.kept() / demand.before() : Double.NaN)
                .put(RETENTION_BELIEVED, vendor.retention().mean())
                .put(CONVERSION_OBSERVED, conversion(demand))
                .put(CONVERSION_BELIEVED, vendor.conversion().mean())
                .put(QUARTER_CLIPS, vendor.clips())
                .put(CLIPS_RATIONED, vendor.clipsRationed())
                .put(GPU_MINUTES_DEMANDED, vendor.minutesDemanded())
                .put(GPU_MINUTES, vendor.clips() * minutes)
                .put(QUARTER_MINUTES_PER_CLIP, vendor.platformOpen() ? minutes : Double.NaN)
                .put(INFERENCE_COST, vendor.inferenceCost())
                .put(QUARTER_VIDEO_REVENUE, vendor.received(Why.SUBSCRIPTION))
                .put(QUARTER_ENTERPRISE_REVENUE, vendor.lab() ? vendor.received(Why.ENTERPRISE) : Double.NaN)
                .put(OTHER_REVENUE, vendor.received(Why.TOOLS) + vendor.received(Why.COST_SHARE))
                .put(DAILY_VIDEO_LOSS, vendor.dailyLoss())
                .put(CASH, vendor.cash())
                .put(RUNWAY, vendor.burn() > 0 ? Math.max(0, vendor.runway()) : Double.NaN)
                .put(VALUATION, vendor.valuation())
                .put(PRESSURE, vendor.pressure())
                .put(GPUS, fleet.gpus())
                .put(VIDEO_SHARE, fleet.videoShare())
                .put(ENTERPRISE_SHARE, fleet.enterpriseShare())
                .put(RESEARCH_SHARE, fleet.researchShare())
                .put(SHADOW_PRICE, vendor.lab() ? vendor.shadowPrice() : Double.NaN)
                .put(CAPABILITY, vendor.lab() ? vendor.capability() : Double.NaN)
                .put(QUALITY, vendor.quality())
                .put(CONSISTENCY, vendor.consistency())
                .put(PROVENANCE, vendor.provenance())
                .put(QUARTER_GUARDRAILS, vendor.guardrails())
                .put(QUARTER_PRICE, vendor.price())
                .put(QUARTER_FREE_QUOTA, vendor.freeQuota())
                .put(PRODUCT, vendor.state().name())
                .put(QUARTER_INCIDENTS, vendor.incidents())
                .put(QUARTER_RAISED, vendor.received(Why.ROUND) + vendor.received(Why.EQUITY));
        law(row, vendor);
        deals(row, deal -> deal.vendor() == vendor.id());
        return row;
    }

    private static double conversion(Demand demand) {
        long couldConvert = demand.free() + demand.converted();
        return couldConvert > 0 ? (double) demand.converted() / couldConvert : Double.NaN;
    }

    private Row of(Studio studio) {
        Row row = row(studio.name(), STUDIO);
        row.put(CASH, studio.account().dollars())
                .put(STRATEGY, studio.strategy().name())
                .put(QUARTER_TRUST, studio.meanTrust())
                .put(STRINGENCY, studio.stringency())
                .put(AI_GAIN, gain(studio.account()));
        law(row, studio);
        deals(row, deal -> deal.studio() == studio.id());
        return row;
    }

    /** Savings, engagement, fees and guarantees less what AI costs the studio, equity left out. */
    private static double gain(Account account) {
        return account.received(Why.SAVINGS)
                + account.received(Why.ENGAGEMENT)
                + account.received(Why.LICENCE_FEE)
                + account.received(Why.GUARANTEE)
                - account.paid(Why.TOOLS)
                - account.paid(Why.PRIVATE_CLOUD)
                - account.paid(Why.INTEGRATION)
                - account.paid(Why.COST_SHARE)
                - account.paid(Why.BRAND_HARM);
    }

    private void law(Row row, Party party) {
        int open = market.court().count(party);
        int filed = 0;
        for (Event suit : suits) {
            filed += suit.whom().equals(party.name()) ? 1 : 0;
        }
        Account account = party.account();
        double cost = account.paid(Why.CASE_COST)
                + account.paid(Why.SETTLEMENT)
                + account.paid(Why.DAMAGES)
                + account.paid(Why.FINE);
        row.put(OPEN_CASES, open).put(SUITS_FILED, filed).put(QUARTER_LEGAL_COST, cost);
    }

    /** Which deals count. */
    private interface Which {
        boolean counts(Deal deal);
    }

    private void deals(Row row, Which which) {
        int pilots = 0;
        int inForce = 0;
        for (Deal deal : market.runningDeals()) {
            if (which.counts(deal)) {
                pilots += deal.stage() == Stage.PILOT ? 1 : 0;
                inForce += deal.stage().inForce() ? 1 : 0;
            }
        }
        row.put(DEALS_PILOT, pilots).put(DEALS_IN_FORCE, inForce);
    }

    private Row ofMarket(List<Row> vendors, List<Row> studios) {
        Row row = row(MARKET, MARKET);
        row.put(ACTIVE_USERS, market.audience().active() * market.peoplePerAgent());
        for (Reading reading : List.of(
                PAID_USERS,
                ADOPTERS,
                LEAVERS,
                QUARTER_CLIPS,
                CLIPS_RATIONED,
                GPU_MINUTES_DEMANDED,
                GPU_MINUTES,
                INFERENCE_COST,
                QUARTER_VIDEO_REVENUE,
                QUARTER_ENTERPRISE_REVENUE,
                OTHER_REVENUE,
                DAILY_VIDEO_LOSS,
                QUARTER_INCIDENTS,
                QUARTER_RAISED)) {
            row.put(reading, sum(vendors, reading));
        }
        for (Reading reading : List.of(OPEN_CASES, SUITS_FILED, QUARTER_LEGAL_COST)) {
            row.put(reading, sum(vendors, reading) + sum(studios, reading));
        }
        row.put(AI_GAIN, sum(studios, AI_GAIN))
                .put(QUARTER_TRUST, sum(studios, QUARTER_TRUST) / studios.size())
                .put(STRINGENCY, sum(studios, STRINGENCY) / studios.size());
        deals(row, deal -> true);
        double powder = 0;
        for (Investor investor : market.investors()) {
            powder += investor.powder();
        }
        double surplusCents = 0;
        int platforms = 0;
        double[] sizes = new double[vendors.size()];
        for (Vendor vendor : market.vendors()) {
            surplusCents += vendor.demand().surplusCents();
            platforms += vendor.platformOpen() ? 1 : 0;
            sizes[vendor.id()] = vendor.demand().active();
        }
        Environment outside = market.environment();
        row.put(QUARTER_EXUBERANCE, FundingPhase.meanExuberance(market))
                .put(DRY_POWDER, powder)
                .put(HYPE, outside.attention())
                .put(LEGAL_CLIMATE, market.court().climate())
                .put(LEGAL_UNCERTAINTY, market.court().uncertainty())
                .put(REGULATORY_PRESSURE, outside.regulatoryPressure())
                .put(QUARTER_GPU_PRICE, outside.gpuPrice())
                .put(QUARTER_ENTERPRISE_DEMAND, outside.enterpriseDemand())
                .put(PLATFORMS, platforms)
                .put(HHI, Concentration.herfindahl(sizes, sizes.length))
                .put(
                        QUARTER_USERS_SURPLUS,
                        surplusCents / CENTS * Calendar.MONTHS_PER_QUARTER * market.peoplePerAgent())
                .put(STUDIOS_TOOLS, count(Strategy.PIPELINE_TOOLS))
                .put(STUDIOS_CLOUD, count(Strategy.PRIVATE_CLOUD))
                .put(STUDIOS_PLATFORM, count(Strategy.PLATFORM_PARTNER));
        return row;
    }

    private int count(Strategy strategy) {
        int count = 0;
        for (Studio studio : market.studios()) {
            count += studio.strategy() == strategy ? 1 : 0;
        }
        return count;
    }

    private static double sum(List<Row> rows, Reading reading) {
        double sum = 0;
        for (Row row : rows) {
            double value = row.get(reading);
            sum += Double.isNaN(value) ? 0 : value;
        }
        return sum;
    }
}
