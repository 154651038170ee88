package greenlight.market.phase;

import static greenlight.market.parameter.MarketParameter.CASE_COST;
import static greenlight.market.parameter.MarketParameter.LICENSING_COST;
import static greenlight.market.parameter.MarketParameter.LITIGATION;
import static greenlight.market.parameter.MarketParameter.PLANNING_QUARTERS;
import static greenlight.market.parameter.MarketParameter.RESTRICTION;
import static greenlight.market.parameter.MarketParameter.SCANDAL_LOSS;
import static greenlight.market.parameter.MarketParameter.SUING_COST;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.appraisal.LegalExposure;
import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.contract.Deal;
import greenlight.market.economics.Quantile;
import greenlight.market.law.Case;
import greenlight.market.law.CaseLoad;
import greenlight.market.law.Court;
import greenlight.market.law.Party;
import greenlight.market.law.Ruling;
import greenlight.market.ledger.Why;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.record.Event;
import greenlight.market.record.EventWords;
import greenlight.market.state.Books;
import greenlight.market.state.Clock;
import greenlight.market.state.DealBook;
import greenlight.market.state.Environment;
import greenlight.market.state.EventLog;
import greenlight.market.state.Firms;
import greenlight.market.state.Lawsuits;
import greenlight.market.state.PairKey;
import greenlight.runner.model.Setting;
import java.util.List;

/** Phase 7: cases are filed, cost, settle and are ruled on; fines are levied; the legal climate moves; vendors license data. */
public final class LawPhase {
    private final Setting setting;
    private final Chance chance;
    private final Clock clock;
    private final Books books;
    private final EventLog log;
    private final Firms firms;
    private final DealBook deals;
    private final Court court;
    private final Lawsuits lawsuits;
    private final Environment environment;
    private final LegalExposure exposure;

    public LawPhase(
            Setting setting,
            Chance chance,
            Clock clock,
            Books books,
            EventLog log,
            Firms firms,
            DealBook deals,
            Court court,
            Lawsuits lawsuits,
            Environment environment) {
        this.setting = setting;
        this.chance = chance;
        this.clock = clock;
        this.books = books;
        this.log = log;
        this.firms = firms;
        this.deals = deals;
        this.court = court;
        this.lawsuits = lawsuits;
        this.environment = environment;
        exposure = new LegalExposure(setting, firms, deals, court, environment);
    }

    public void proceed() {
        if (!setting.on(LITIGATION)) {
            return;
        }
        lawsuits.rule(clock.quarter()).forEach(this::execute);
        payLawyers();
        for (Vendor vendor : firms.vendors()) {
            if (vendor.trading()) {
                sueVendor(vendor);
                licenseData(vendor);
            }
        }
        for (Deal deal : deals.running()) {
            if (deal.licensed()) {
                suePartner(deal);
            }
        }
        noteDocket();
    }

    /** Each side pays its own, win or lose: the American rule. */
    private void payLawyers() {
        for (Case open : lawsuits.open()) {
            books.pay(open.defendant().account(), books.world(), parameter(CASE_COST), Why.CASE_COST);
            if (open.kind() != Case.Kind.REGULATOR) {
                books.pay(open.plaintiff().account(), books.world(), parameter(SUING_COST), Why.CASE_COST);
            }
        }
    }

    private void execute(Ruling ruling) {
        Case about = ruling.about();
        String subject = about.kind().words() + ", filed in " + clock.label(about.filed());
        switch (ruling.outcome()) {
            case DISMISSED -> log(Event.Kind.DISMISSAL, about, 0, subject + "; thrown out");
            case FOR_DEFENDANT -> log(Event.Kind.JUDGMENT, about, 0, subject + "; the court finds for the defendant");
            case SETTLED -> {
                pay(about, ruling.dollars(), Why.SETTLEMENT);
                log(
                        Event.Kind.SETTLEMENT,
                        about,
                        ruling.dollars(),
                        subject + "; plaintiffs win "
                                + EventWords.percent(court.climate())
                                + " of judgments, as the market sees it, and a suit pays "
                                + EventWords.dollars(court.payment()));
            }
            case FOR_PLAINTIFF -> {
                pay(about, ruling.dollars(), Why.DAMAGES);
                environment.stir(-parameter(SCANDAL_LOSS));
                log(Event.Kind.JUDGMENT, about, ruling.dollars(), subject + "; the court finds for the plaintiff");
            }
            case FINED -> {
                pay(about, ruling.dollars(), Why.FINE);
                log(Event.Kind.FINE, about, ruling.dollars(), subject);
            }
        }
    }

    private void pay(Case about, double dollars, Why why) {
        books.pay(about.defendant().account(), about.plaintiff().account(), dollars, why);
    }

    private void log(Event.Kind kind, Case about, double dollars, String cause) {
        log.add(kind, about.plaintiff().name(), about.defendant().name(), dollars, () -> cause);
    }

    /** A vendor licenses the training data whose licence costs it less than suits would. */
    private void licenseData(Vendor vendor) {
        double worthwhile = exposure.worthLicensing(
                vendor, vendor.userBase().activePeople(), setting.count(PLANNING_QUARTERS), vendor.discountRate());
        double share = vendor.licenseTrainingData(worthwhile);
        books.pay(
                vendor.account(),
                lawsuits.artists().account(),
                share * parameter(LICENSING_COST) * vendor.reach(),
                Why.TRAINING_LICENCE);
    }

    private void sueVendor(Vendor vendor) {
        double users = vendor.userBase().activePeople();
        file(
                Case.Kind.TRAINING,
                draws(RandomStream.SUIT_TRAINING),
                exposure.trainingSuits(vendor, users),
                lawsuits.artists(),
                vendor,
                vendor.id(),
                0);
        if (!vendor.platformOpen()) {
            return;
        }
        Draws draws = draws(RandomStream.SUIT_OUTPUT);
        for (Studio studio : firms.studios()) {
            long who = PairKey.of(studio.id(), vendor.id());
            file(Case.Kind.OUTPUT, draws, exposure.outputSuits(studio, vendor, users), studio, vendor, who, 0);
        }
        double incidents = vendor.delivery().incidents();
        file(
                Case.Kind.REGULATOR,
                draws(RandomStream.SUIT_REGULATOR),
                exposure.regulatorActions(incidents),
                lawsuits.regulator(),
                vendor,
                vendor.id(),
                exposure.fine(vendor, incidents));
    }

    private Draws draws(RandomStream purpose) {
        return chance.draws(purpose, clock.quarter());
    }

    /** Artists hold a studio liable for what its partner's model was trained on. */
    private void suePartner(Deal deal) {
        Studio studio = firms.studios().get(deal.studio());
        Vendor vendor = firms.vendors().get(deal.vendor());
        double hazard = exposure.secondarySuits(vendor, vendor.userBase().activePeople());
        long who = PairKey.of(studio.id(), vendor.id());
        file(Case.Kind.SECONDARY, draws(RandomStream.SUIT_SECONDARY), hazard, lawsuits.artists(), studio, who, 0);
    }

    /** As many cases as a Poisson draw with the hazard as its mean. */
    private void file(
            Case.Kind kind, Draws draws, double hazard, Party plaintiff, Party defendant, long who, double stake) {
        if (hazard <= 0) {
            return;
        }
        long filed = Quantile.poisson(hazard, draws.uniformOpenInterval(who));
        for (int i = 0; i < filed; i++) {
            long number = (who * Case.Kind.values().length + kind.ordinal()) * MOST_AT_ONCE + i;
            lawsuits.file(kind, plaintiff, defendant, clock.quarter(), number, stake);
            if (kind == Case.Kind.REGULATOR) {
                environment.stir(-parameter(SCANDAL_LOSS));
            }
            log.add(
                    Event.Kind.SUIT,
                    plaintiff.name(),
                    defendant.name(),
                    stake,
                    () -> kind.words() + "; the hazard of such a case stood at " + EventWords.percent(hazard)
                            + " a quarter"
                            + (kind == Case.Kind.REGULATOR
                                    ? "; until it ends, the platform keeps "
                                            + EventWords.percent(1 - parameter(RESTRICTION)) + " of its reach"
                                    : "; a suit is believed to pay " + EventWords.dollars(court.payment())));
        }
    }

    /** More cases of a kind between two parties in one quarter would share their draws. */
    private static final long MOST_AT_ONCE = 1024;

    private void noteDocket() {
        List<Case> docket = lawsuits.open();
        for (Vendor vendor : firms.vendors()) {
            int open = 0;
            int overOutput = 0;
            int actions = 0;
            for (Case each : docket) {
                if (each.defendant() == vendor) {
                    open++;
                    boolean action = each.kind() == Case.Kind.REGULATOR;
                    overOutput += each.kind() == Case.Kind.OUTPUT || action ? 1 : 0;
                    actions += action ? 1 : 0;
                }
            }
            vendor.noteCases(new CaseLoad(open, overOutput, actions));
        }
        for (Studio studio : firms.studios()) {
            studio.noteCases(lawsuits.countAgainst(studio));
        }
    }

    private double parameter(MarketParameter parameter) {
        return setting.get(parameter);
    }
}
