package greenlight.market;

import static greenlight.market.record.Measure.*;

import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.record.Measure;
import greenlight.market.record.Reading;
import greenlight.market.record.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a whole run is summed up in: read off its rows, events and deals when it is over. */
final class RunMeasures {
    private static final double MINUTES_PER_HOUR = 60;
    private static final int QUARTERS_PER_YEAR = 4;
    /** Before the flagship's launch, the ordinary times with which the law is compared. */
    private static final int QUARTERS_BEFORE = 6;

    private final Market market;
    private final double[] values = new double[Measure.values().length];
    private final List<Row> ofMarket;

    RunMeasures(Market market) {
        this.market = market;
        ofMarket = rowsOf(TimeSeriesRecorder.MARKET);
    }

    double[] measures() {
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.NaN;
        }
        headline();
        for (Vendor vendor : market.vendors()) {
            if (vendor.opening().flagship()) {
                flagship(vendor);
            }
        }
        deals();
        vendors();
        money();
        law();
        people();
        return values.clone();
    }

    private void headline() {
        Deal headline = null;
        for (Deal deal : market.deals()) {
            if (deal.terms().headline()) {
                headline = deal;
            }
        }
        put(HEADLINE_SIGNED, headline != null);
        if (headline == null) {
            return;
        }
        boolean voided = headline.stage() == Stage.VOIDED;
        boolean terminated = headline.stage() == Stage.TERMINATED;
        put(HEADLINE_VOIDED, voided);
        put(HEADLINE_TERMINATED, terminated);
        put(HEADLINE_COLLAPSED, voided || terminated);
        put(HEADLINE_LIFE, (headline.ended() >= 0 ? headline.ended() : lastQuarter()) - headline.signed());
        put(HEADLINE_EQUITY_PAID, headline.equityPaid());
        int after = headline.ended() + 2;
        if ((voided || terminated) && after <= lastQuarter()) {
            put(STRINGENCY_RISE, ofMarket.get(after).get(Reading.STRINGENCY) - stringencyBeforeLaunch());
        }
    }

    private void flagship(Vendor vendor) {
        List<Row> life = new ArrayList<>();
        for (Row row : rowsOf(vendor.name())) {
            boolean before = vendor.closed() < 0 || row.quarter() < vendor.closed();
            if (row.quarter() >= vendor.launched() && before) {
                life.add(row);
            }
        }
        put(FLAGSHIP_CLOSED, vendor.closed() >= 0);
        if (vendor.launched() <= lastQuarter()) {
            int end = vendor.closed() >= 0 ? vendor.closed() : lastQuarter() + 1;
            put(FLAGSHIP_LIFE, end - Math.max(0, vendor.launched()));
        }
        if (vendor.closed() >= 0) {
            put(SHUTDOWN_QUARTER, vendor.closed());
            put(QUARTERS_TO_SHUTDOWN, vendor.closed() - Math.max(0, vendor.launched()));
            enterpriseAfterClosing(vendor);
            put(RIVALS_GROWTH, ratio(rivalsRevenue(vendor.closed() + 2), rivalsRevenue(vendor.closed() - 1)));
            put(WINTER_DEPTH, winterAfter(vendor.closed()));
        }
        suitsAround(vendor.launched());
        if (life.isEmpty()) {
            return;
        }
        Row launch = life.get(0);
        put(LAUNCH_MINUTES, launch.get(Reading.QUARTER_MINUTES_PER_CLIP));
        put(LAUNCH_USERS, launch.get(Reading.ACTIVE_USERS));
        put(PEAK_DAILY_LOSS, max(life, Reading.DAILY_VIDEO_LOSS));
        double cost = sum(life, Reading.INFERENCE_COST);
        double revenue = sum(life, Reading.QUARTER_VIDEO_REVENUE);
        put(REVENUE_OVER_COMPUTE, cost > 0 ? revenue / cost : Double.NaN);
        put(FLAGSHIP_VIDEO_LOSS, cost + vendor.videoOverhead() * life.size() - revenue);
        double conversion = launch.get(Reading.CONVERSION_OBSERVED);
        if (life.size() > 1) {
            Row second = life.get(1);
            put(ADOPTERS_AFTER_1, ratio(second.get(Reading.ADOPTERS), launch.get(Reading.ADOPTERS)));
            put(RETENTION_1, second.get(Reading.RETENTION_OBSERVED));
            conversion = (conversion + second.get(Reading.CONVERSION_OBSERVED)) / 2;
        }
        put(CONVERSION_AGAINST_PLAN, conversion / market.setting().get(MarketParameter.PROJECTED_CONVERSION));
        if (life.size() > 2) {
            Row third = life.get(2);
            put(ACTIVE_AFTER_2, ratio(third.get(Reading.ACTIVE_USERS), launch.get(Reading.ACTIVE_USERS)));
            put(RETENTION_2, get(RETENTION_1) * third.get(Reading.RETENTION_OBSERVED));
        }
    }

    private void enterpriseAfterClosing(Vendor vendor) {
        List<Row> rows = rowsOf(vendor.name());
        int after = vendor.closed() + 2;
        double before = Double.NaN;
        double later = Double.NaN;
        for (Row row : rows) {
            if (row.quarter() == vendor.closed() - 1) {
                before = row.get(Reading.QUARTER_ENTERPRISE_REVENUE);
            } else if (row.quarter() == after) {
                later = row.get(Reading.QUARTER_ENTERPRISE_REVENUE);
            }
        }
        put(ENTERPRISE_AFTER_CLOSING, ratio(later, before));
    }

    /** Revenue in a quarter of those who came as video start-ups; not-a-number outside the run. */
    private double rivalsRevenue(int quarter) {
        Set<String> startups = new TreeSet<>();
        for (Vendor vendor : market.vendors()) {
            if (vendor.opening().archetype() == Archetype.VIDEO_STARTUP) {
                startups.add(vendor.name());
            }
        }
        double revenue = quarter < 0 || quarter > lastQuarter() ? Double.NaN : 0;
        for (Row row : market.rows()) {
            if (row.quarter() == quarter && startups.contains(row.entity())) {
                revenue += row.get(Reading.QUARTER_VIDEO_REVENUE) + row.get(Reading.OTHER_REVENUE);
            }
        }
        return revenue;
    }

    private void suitsAround(int launch) {
        int before = suits(0, launch);
        if (before > 0 && launch <= lastQuarter()) {
            put(OPEN_AT_LAUNCH, ofMarket.get(launch - 1).get(Reading.OPEN_CASES) / before);
        }
        int ordinary = suits(launch - QUARTERS_BEFORE, launch);
        if (launch >= QUARTERS_BEFORE && ordinary > 0 && launch < lastQuarter()) {
            put(SUITS_RISE, suits(launch, launch + 2) / 2.0 * QUARTERS_BEFORE / ordinary);
        }
    }

    /** Suits filed from a quarter up to another. */
    private int suits(int from, int to) {
        int filed = 0;
        for (Event event : market.events()) {
            filed += event.kind() == Event.Kind.SUIT && event.quarter() >= from && event.quarter() < to ? 1 : 0;
        }
        return filed;
    }

    private void deals() {
        int voided = 0;
        int terminated = 0;
        int brand = 0;
        int law = 0;
        int elsewhere = 0;
        double equity = 0;
        double loss = 0;
        for (Deal deal : market.deals()) {
            voided += deal.stage() == Stage.VOIDED ? 1 : 0;
            terminated += deal.stage() == Stage.TERMINATED ? 1 : 0;
            brand += deal.cause() == Deal.Cause.BRAND ? 1 : 0;
            law += deal.cause() == Deal.Cause.LAW ? 1 : 0;
            equity += deal.equityPaid();
            boolean failed =
                    deal.stage() == Stage.VOIDED || deal.cause() == Deal.Cause.BRAND || deal.cause() == Deal.Cause.LAW;
            elsewhere +=
                    failed && !market.vendors().get(deal.vendor()).opening().flagship() ? 1 : 0;
            if (deal.stage() == Stage.VOIDED || deal.stage() == Stage.TERMINATED) {
                loss += deal.studioPaid() - deal.studioReceived();
            }
        }
        put(DEALS_SIGNED, market.deals().size());
        put(DEALS_VOIDED, voided);
        put(DEALS_TERMINATED, terminated);
        put(TERMINATED_FOR_BRAND, brand);
        put(TERMINATED_FOR_LAW, law);
        put(OTHER_DEALS_FAILED, elsewhere);
        put(EQUITY_PAID, equity);
        put(STUDIOS_LOSS, loss);
        double[] gain = new double[Strategy.values().length];
        for (Row row : market.rows()) {
            if (row.kind().equals(TimeSeriesRecorder.STUDIO)) {
                gain[Strategy.valueOf(row.word(Reading.STRATEGY)).ordinal()] += row.get(Reading.AI_GAIN);
            }
        }
        put(GAIN_TOOLS, gain[Strategy.PIPELINE_TOOLS.ordinal()]);
        put(GAIN_CLOUD, gain[Strategy.PRIVATE_CLOUD.ordinal()]);
        put(GAIN_PLATFORM, gain[Strategy.PLATFORM_PARTNER.ordinal()]);
        Row last = ofMarket.get(ofMarket.size() - 1);
        put(STRINGENCY_FIRST, stringencyBeforeLaunch());
        put(STRINGENCY_LAST, last.get(Reading.STRINGENCY));
        put(TOOLS_OR_CLOUD_LAST, last.get(Reading.STUDIOS_TOOLS) + last.get(Reading.STUDIOS_CLOUD));
        put(PLATFORM_LAST, last.get(Reading.STUDIOS_PLATFORM));
    }

    private double stringencyBeforeLaunch() {
        for (Vendor vendor : market.vendors()) {
            if (vendor.opening().flagship() && vendor.launched() > 0 && vendor.launched() < ofMarket.size()) {
                return ofMarket.get(vendor.launched() - 1).get(Reading.STRINGENCY);
            }
        }
        return ofMarket.get(0).get(Reading.STRINGENCY);
    }

    private void vendors() {
        int labs = 0;
        int startups = 0;
        int tools = 0;
        int lost = 0;
        for (Vendor vendor : market.vendors()) {
            labs += vendor.lab() && vendor.platformOpen() ? 1 : 0;
            startups += vendor.archetype() == Archetype.VIDEO_STARTUP && vendor.platformOpen() ? 1 : 0;
            boolean startup = vendor.opening().archetype() == Archetype.VIDEO_STARTUP;
            lost += startup && vendor.closed() >= 0 ? 1 : 0;
            tools += vendor.archetype() == Archetype.TOOL_MAKER && vendor.live() ? 1 : 0;
        }
        put(SURVIVING_LABS, labs);
        put(SURVIVING_STARTUPS, startups);
        put(SURVIVING_TOOLS, tools);
        survival();
        put(STARTUPS_LOST, lost);
        put(ENTRIES, count(Event.Kind.ENTRY));
        put(INSOLVENCIES, count(Event.Kind.INSOLVENCY));
        put(PIVOTS, count(Event.Kind.PIVOT));
        put(ACQUISITIONS, count(Event.Kind.ACQUISITION));
    }

    private void survival() {
        int makers = 0;
        int makersLeft = 0;
        int opened = 0;
        int open = 0;
        for (Vendor vendor : market.vendors()) {
            boolean maker = vendor.opening().archetype() == Archetype.TOOL_MAKER;
            makers += maker ? 1 : 0;
            makersLeft += maker && vendor.live() ? 1 : 0;
            opened += !maker && (vendor.platformOpen() || vendor.closed() >= vendor.launched()) ? 1 : 0;
            open += vendor.platformOpen() ? 1 : 0;
        }
        put(TOOLS_SURVIVAL, ratio(makersLeft, makers));
        put(PLATFORMS_SURVIVAL, ratio(open, opened));
    }

    private void money() {
        int shrunkOrDown = count(Event.Kind.SHRUNK_ROUND) + count(Event.Kind.DOWN_ROUND);
        put(ROUNDS, count(Event.Kind.ROUND) + shrunkOrDown);
        put(ROUNDS_TROUBLED, shrunkOrDown + count(Event.Kind.FAILED_ROUND));
        double all = 0;
        for (double raised : raised()) {
            all += raised;
        }
        put(RAISED, all);
        put(EXUBERANCE_LAST, ofMarket.get(ofMarket.size() - 1).get(Reading.QUARTER_EXUBERANCE));
    }

    /** Money raised by start-ups and tool makers, by quarter, US dollars. */
    private double[] raised() {
        double[] raised = new double[ofMarket.size()];
        Set<String> labs = new TreeSet<>();
        for (Vendor vendor : market.vendors()) {
            if (vendor.lab()) {
                labs.add(vendor.name());
            }
        }
        for (Row row : market.rows()) {
            if (row.kind().equals(TimeSeriesRecorder.VENDOR) && !labs.contains(row.entity())) {
                raised[row.quarter()] += row.get(Reading.QUARTER_RAISED);
            }
        }
        return raised;
    }

    /** Rounds are closed before vendors decide, so those of the closing's own quarter came before it. */
    private double winterAfter(int closing) {
        return 1 - ratio(raisedInYear(closing + 1), raisedInYear(closing + 1 - QUARTERS_PER_YEAR));
    }

    /** Money raised by start-ups and tool makers in the four quarters from one on; not-a-number outside the run. */
    private double raisedInYear(int from) {
        double[] raised = raised();
        if (from < 0 || from + QUARTERS_PER_YEAR > raised.length) {
            return Double.NaN;
        }
        double year = 0;
        for (int quarter = from; quarter < from + QUARTERS_PER_YEAR; quarter++) {
            year += raised[quarter];
        }
        return year;
    }

    private void law() {
        int filed = count(Event.Kind.SUIT);
        int ended = count(Event.Kind.DISMISSAL)
                + count(Event.Kind.SETTLEMENT)
                + count(Event.Kind.JUDGMENT)
                + count(Event.Kind.FINE);
        put(CASES_DECIDED, filed > 0 ? (double) count(Event.Kind.JUDGMENT) / filed : Double.NaN);
        put(SUITS, filed);
        put(OPEN_CASES_LAST, ofMarket.get(ofMarket.size() - 1).get(Reading.OPEN_CASES));
        put(CASES_ENDED, filed > 0 ? (double) ended / filed : Double.NaN);
        put(LEGAL_COST, sum(ofMarket, Reading.QUARTER_LEGAL_COST));
    }

    private void people() {
        double hhi = 0;
        int counted = 0;
        for (Row row : ofMarket) {
            if (!Double.isNaN(row.get(Reading.HHI))) {
                hhi += row.get(Reading.HHI);
                counted++;
            }
        }
        put(HHI_MEAN, counted > 0 ? hhi / counted : Double.NaN);
        put(PEAK_ACTIVE, max(ofMarket, Reading.ACTIVE_USERS));
        put(LAST_ACTIVE, ofMarket.get(ofMarket.size() - 1).get(Reading.ACTIVE_USERS));
        put(USERS_SURPLUS, sum(ofMarket, Reading.QUARTER_USERS_SURPLUS));
        put(CLIPS, sum(ofMarket, Reading.QUARTER_CLIPS));
        put(VIDEO_GPU_HOURS, sum(ofMarket, Reading.GPU_MINUTES) / MINUTES_PER_HOUR);
        put(VIDEO_REVENUE, sum(ofMarket, Reading.QUARTER_VIDEO_REVENUE));
        put(LABS_ENTERPRISE_REVENUE, sum(ofMarket, Reading.QUARTER_ENTERPRISE_REVENUE));
        put(INCIDENTS, sum(ofMarket, Reading.QUARTER_INCIDENTS));
    }

    private List<Row> rowsOf(String entity) {
        List<Row> rows = new ArrayList<>();
        for (Row row : market.rows()) {
            if (row.entity().equals(entity)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private int lastQuarter() {
        return ofMarket.size() - 1;
    }

    private int count(Event.Kind kind) {
        int count = 0;
        for (Event event : market.events()) {
            count += event.kind() == kind ? 1 : 0;
        }
        return count;
    }

    private static double sum(List<Row> rows, Reading reading) {
        double sum = 0;
        for (Row row : rows) {
            sum += row.get(reading);
        }
        return sum;
    }

    private static double max(List<Row> rows, Reading reading) {
        double max = Double.NEGATIVE_INFINITY;
        for (Row row : rows) {
            max = Math.max(max, row.get(reading));
        }
        return max;
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }

    private double get(Measure measure) {
        return values[measure.ordinal()];
    }

    private void put(Measure measure, double value) {
        values[measure.ordinal()] = value;
    }

    private void put(Measure measure, boolean yes) {
        put(measure, yes ? 1 : 0);
    }
}
