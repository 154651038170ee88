package greenlight.market;

import static greenlight.market.record.Measure.*;

import greenlight.market.deal.Deal;
import greenlight.market.deal.Stage;
import greenlight.market.record.Event;
import greenlight.market.record.Measure;
import greenlight.market.record.Reading;
import greenlight.market.record.Row;
import greenlight.parameter.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a whole run is summed up in: read off its rows, events and deals when it is over. */
final class Summary {
    private static final double MINUTES_PER_HOUR = 60;
    private static final int QUARTERS_PER_YEAR = 4;

    private final Market market;
    private final double[] values = new double[Measure.values().length];
    private final List<Row> ofMarket;

    Summary(Market market) {
        this.market = market;
        ofMarket = rowsOf(Chronicle.MARKET);
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
        if (vendor.closed() >= 0) {
            put(SHUTDOWN_QUARTER, vendor.closed());
            put(QUARTERS_TO_SHUTDOWN, vendor.closed() - Math.max(0, vendor.launched()));
            enterpriseAfterClosing(vendor);
        }
        if (life.isEmpty()) {
            return;
        }
        Row launch = life.get(0);
        put(LAUNCH_MINUTES, launch.get(Reading.MINUTES_PER_CLIP));
        put(LAUNCH_USERS, launch.get(Reading.ACTIVE_USERS));
        put(PEAK_DAILY_LOSS, max(life, Reading.DAILY_VIDEO_LOSS));
        double cost = sum(life, Reading.INFERENCE_COST);
        double revenue = sum(life, Reading.VIDEO_REVENUE);
        put(REVENUE_OVER_COMPUTE, cost > 0 ? revenue / cost : Double.NaN);
        put(FLAGSHIP_VIDEO_LOSS, cost + vendor.videoOverhead() * life.size() - revenue);
        double conversion = launch.get(Reading.CONVERSION_OBSERVED);
        if (life.size() > 1) {
            Row second = life.get(1);
            put(ADOPTERS_AFTER_1, ratio(second.get(Reading.ADOPTERS), launch.get(Reading.ADOPTERS)));
            put(RETENTION_1, second.get(Reading.RETENTION_OBSERVED));
            conversion = (conversion + second.get(Reading.CONVERSION_OBSERVED)) / 2;
        }
        put(CONVERSION_AGAINST_PLAN, conversion / market.dials().get(Parameter.PROJECTED_CONVERSION));
        if (life.size() > 2) {
            Row third = life.get(2);
            put(ACTIVE_AFTER_2, ratio(third.get(Reading.ACTIVE_USERS), launch.get(Reading.ACTIVE_USERS)));
            put(RETENTION_2, get(RETENTION_1) * third.get(Reading.RETENTION_OBSERVED));
        } else if (vendor.closed() >= 0) {
            put(ACTIVE_AFTER_2, 0);
        }
    }

    private void enterpriseAfterClosing(Vendor vendor) {
        List<Row> rows = rowsOf(vendor.name());
        int after = vendor.closed() + 2;
        double before = Double.NaN;
        double later = Double.NaN;
        for (Row row : rows) {
            if (row.quarter() == vendor.closed() - 1) {
                before = row.get(Reading.ENTERPRISE_REVENUE);
            } else if (row.quarter() == after) {
                later = row.get(Reading.ENTERPRISE_REVENUE);
            }
        }
        put(ENTERPRISE_AFTER_CLOSING, ratio(later, before));
    }

    private void deals() {
        int voided = 0;
        int terminated = 0;
        int brand = 0;
        int law = 0;
        double equity = 0;
        double loss = 0;
        for (Deal deal : market.deals()) {
            voided += deal.stage() == Stage.VOIDED ? 1 : 0;
            terminated += deal.stage() == Stage.TERMINATED ? 1 : 0;
            brand += deal.cause() == Deal.Cause.BRAND ? 1 : 0;
            law += deal.cause() == Deal.Cause.LAW ? 1 : 0;
            equity += deal.equityPaid();
            if (deal.stage() == Stage.VOIDED || deal.stage() == Stage.TERMINATED) {
                loss += deal.studioPaid() - deal.studioReceived();
            }
        }
        put(DEALS_SIGNED, market.deals().size());
        put(DEALS_VOIDED, voided);
        put(DEALS_TERMINATED, terminated);
        put(TERMINATED_FOR_BRAND, brand);
        put(TERMINATED_FOR_LAW, law);
        put(EQUITY_PAID, equity);
        put(STUDIOS_LOSS, loss);
        double[] gain = new double[Strategy.values().length];
        for (Row row : market.rows()) {
            if (row.kind().equals(Chronicle.STUDIO)) {
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
        for (Vendor vendor : market.vendors()) {
            labs += vendor.lab() && vendor.platformOpen() ? 1 : 0;
            startups += vendor.archetype() == Archetype.VIDEO_STARTUP && vendor.platformOpen() ? 1 : 0;
            tools += vendor.archetype() == Archetype.TOOL_MAKER && vendor.live() ? 1 : 0;
        }
        put(SURVIVING_LABS, labs);
        put(SURVIVING_STARTUPS, startups);
        put(SURVIVING_TOOLS, tools);
        put(ENTRIES, count(Event.Kind.ENTRY));
        put(INSOLVENCIES, count(Event.Kind.INSOLVENCY));
        put(PIVOTS, count(Event.Kind.PIVOT));
        put(ACQUISITIONS, count(Event.Kind.ACQUISITION));
    }

    private void money() {
        int shrunkOrDown = count(Event.Kind.SHRUNK_ROUND) + count(Event.Kind.DOWN_ROUND);
        put(ROUNDS, count(Event.Kind.ROUND) + shrunkOrDown);
        put(ROUNDS_TROUBLED, shrunkOrDown + count(Event.Kind.FAILED_ROUND));
        double[] raised = new double[ofMarket.size()];
        double all = 0;
        Set<String> labs = new TreeSet<>();
        for (Vendor vendor : market.vendors()) {
            if (vendor.lab()) {
                labs.add(vendor.name());
            }
        }
        for (Row row : market.rows()) {
            if (row.kind().equals(Chronicle.VENDOR) && !labs.contains(row.entity())) {
                raised[row.quarter()] += row.get(Reading.RAISED);
                all += row.get(Reading.RAISED);
            }
        }
        put(RAISED, all);
        put(WINTER_DEPTH, winterDepth(raised));
        put(EXUBERANCE_LAST, ofMarket.get(ofMarket.size() - 1).get(Reading.EXUBERANCE));
    }

    /** Fall of a year's money from its peak to its later low, as a share of the peak. */
    private static double winterDepth(double[] raised) {
        double peak = 0;
        double deepest = 0;
        for (int end = QUARTERS_PER_YEAR; end <= raised.length; end++) {
            double year = 0;
            for (int q = end - QUARTERS_PER_YEAR; q < end; q++) {
                year += raised[q];
            }
            peak = Math.max(peak, year);
            if (peak > 0) {
                deepest = Math.max(deepest, 1 - year / peak);
            }
        }
        return raised.length < QUARTERS_PER_YEAR ? Double.NaN : deepest;
    }

    private void law() {
        int filed = count(Event.Kind.SUIT);
        int ended = count(Event.Kind.DISMISSAL)
                + count(Event.Kind.SETTLEMENT)
                + count(Event.Kind.JUDGMENT)
                + count(Event.Kind.FINE);
        put(SUITS, filed);
        put(OPEN_CASES_LAST, ofMarket.get(ofMarket.size() - 1).get(Reading.OPEN_CASES));
        put(CASES_ENDED, filed > 0 ? (double) ended / filed : Double.NaN);
        put(LEGAL_COST, sum(ofMarket, Reading.LEGAL_COST));
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
        put(USERS_SURPLUS, sum(ofMarket, Reading.USERS_SURPLUS));
        put(CLIPS, sum(ofMarket, Reading.CLIPS));
        put(VIDEO_GPU_HOURS, sum(ofMarket, Reading.GPU_MINUTES) / MINUTES_PER_HOUR);
        put(VIDEO_REVENUE, sum(ofMarket, Reading.VIDEO_REVENUE));
        put(ENTERPRISE_REVENUE, sum(ofMarket, Reading.ENTERPRISE_REVENUE));
        put(INCIDENTS, sum(ofMarket, Reading.INCIDENTS));
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
