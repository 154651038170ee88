package greenlight.market.law;

import static greenlight.market.parameter.MarketParameter.CASE_COST;
import static greenlight.market.parameter.MarketParameter.CASE_LENGTH;
import static greenlight.market.parameter.MarketParameter.DAMAGES;
import static greenlight.market.parameter.MarketParameter.DAMAGES_TAIL;
import static greenlight.market.parameter.MarketParameter.DISMISSAL;
import static greenlight.market.parameter.MarketParameter.LEGAL_MEMORY;
import static greenlight.market.parameter.MarketParameter.PLAINTIFF_WINS;
import static greenlight.market.parameter.MarketParameter.SETTLEMENT_SHARE;
import static greenlight.market.parameter.MarketParameter.SETTLING;
import static greenlight.market.parameter.MarketParameter.SUING_COST;

import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.economics.BetaBelief;
import greenlight.market.economics.Exact;
import greenlight.market.economics.Litigation;
import greenlight.market.economics.Quantile;
import greenlight.market.economics.Valuation;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;

/** The court: its docket, its rulings, and what the market makes of them. */
public final class Court {
    /** Judgments above this many times the least are cut: no court takes more than a company is worth. */
    private static final double LARGEST_JUDGMENT = 100;

    private static final double STAGES = 2;

    private final Setting setting;
    private final Chance chance;
    private final List<Case> docket = new ArrayList<>();
    private BetaBelief plaintiffWins;
    /** What ended suits have paid, US dollars, with what was believed before the first as if it had been seen. */
    private double paid;
    /** Number of suits that {@link #paid} rests on. */
    private double ended;

    public Court(Setting setting, Chance chance) {
        this.setting = setting;
        this.chance = chance;
        plaintiffWins = BetaBelief.of(setting.get(PLAINTIFF_WINS), setting.get(LEGAL_MEMORY));
        ended = setting.get(LEGAL_MEMORY);
        paid = ended
                * Litigation.expectedPayment(
                        setting.get(SETTLING),
                        settlement(),
                        setting.get(DISMISSAL),
                        plaintiffWins.mean(),
                        Litigation.meanDamages(
                                setting.get(DAMAGES),
                                setting.get(DAMAGES_TAIL),
                                LARGEST_JUDGMENT * setting.get(DAMAGES)));
    }

    /**
     * Opens a case. It goes through two stages, pleading and discovery, each of geometric length: few cases end in the
     * quarters after they were filed.
     */
    public Case file(Case.Kind kind, Party plaintiff, Party defendant, int quarter, long who, double stake) {
        Draws draws = chance.draws(RandomStream.CASE_LENGTH, quarter);
        double stage = setting.get(CASE_LENGTH) / STAGES;
        long length = Quantile.geometric(stage, draws.uniformOpenInterval(who))
                + Quantile.geometric(stage, draws.uniformOpenInterval(who, 1));
        Case opened = new Case(kind, plaintiff, defendant, quarter, (int) (quarter + length), who, stake);
        docket.add(opened);
        return opened;
    }

    /** Ends the cases that are due, in the order of filing. */
    public List<Ruling> rule(int quarter) {
        List<Ruling> rulings = new ArrayList<>();
        for (Case due : docket) {
            if (due.ends() <= quarter) {
                rulings.add(decide(due));
            }
        }
        docket.removeIf(due -> due.ends() <= quarter);
        for (Ruling ruling : rulings) {
            if (ruling.outcome() != Ruling.Outcome.FINED) {
                paid += ruling.dollars();
                ended++;
            }
            if (ruling.outcome() == Ruling.Outcome.FOR_PLAINTIFF) {
                plaintiffWins = plaintiffWins.after(1, 0);
            } else if (ruling.outcome() == Ruling.Outcome.FOR_DEFENDANT) {
                plaintiffWins = plaintiffWins.after(0, 1);
            }
        }
        return rulings;
    }

    private Ruling decide(Case due) {
        if (due.kind() == Case.Kind.REGULATOR) {
            return new Ruling(due, Ruling.Outcome.FINED, due.stake());
        }
        double settles = chance.draws(RandomStream.OUTCOME, due.filed()).uniform(due.who());
        double damages = Math.min(
                Quantile.pareto(
                        setting.get(DAMAGES),
                        setting.get(DAMAGES_TAIL),
                        chance.draws(RandomStream.DAMAGES, due.filed()).uniformOpenInterval(due.who())),
                LARGEST_JUDGMENT * setting.get(DAMAGES));
        if (settles < setting.get(SETTLING)) {
            return new Ruling(due, Ruling.Outcome.SETTLED, damages * settlement());
        }
        if (chance.draws(RandomStream.OUTCOME, due.filed()).uniform(due.who(), 1) < setting.get(DISMISSAL)) {
            return new Ruling(due, Ruling.Outcome.DISMISSED, 0);
        }
        boolean won =
                chance.draws(RandomStream.OUTCOME, due.filed()).uniform(due.who(), 2) < setting.get(PLAINTIFF_WINS);
        return won
                ? new Ruling(due, Ruling.Outcome.FOR_PLAINTIFF, damages)
                : new Ruling(due, Ruling.Outcome.FOR_DEFENDANT, 0);
    }

    /** Share of the damages that a settlement pays now: in proportion to what plaintiffs are believed to win. */
    private double settlement() {
        return Math.min(1, setting.get(SETTLEMENT_SHARE) * 2 * plaintiffWins.mean());
    }

    /** Ends without a ruling what is open against a party that is gone. */
    public void drop(Party defendant) {
        docket.removeIf(open -> open.defendant() == defendant);
    }

    /** What is open against a party, in the order of filing. */
    public List<Case> against(Party defendant) {
        List<Case> open = new ArrayList<>();
        for (Case pending : docket) {
            if (pending.defendant() == defendant) {
                open.add(pending);
            }
        }
        return open;
    }

    /** Number of cases that are open against a party. */
    public int count(Party defendant) {
        int open = 0;
        for (Case pending : docket) {
            open += pending.defendant() == defendant ? 1 : 0;
        }
        return open;
    }

    /** All that is open, in the order of filing. */
    public List<Case> docket() {
        return List.copyOf(docket);
    }

    /** The legal climate: the market's probability that a plaintiff wins a judgment. */
    public double climate() {
        return plaintiffWins.mean();
    }

    /** Standard deviation of that belief: the legal uncertainty that cautious studios price. */
    public double uncertainty() {
        return plaintiffWins.deviation();
    }

    /** What a suit is believed to pay at its end, US dollars: the mean of those that have ended, dismissed ones included. */
    public double payment() {
        return paid / ended;
    }

    /**
     * What a new suit is expected to cost its defendant, present US dollars: lawyers over the mean length of a case, and then
     * what a suit pays.
     *
     * @param rate discount rate per quarter
     */
    public double costOfSuit(double rate) {
        return costOfAction(payment(), rate);
    }

    /** What a new case is expected to cost its defendant that ends with a known payment, present US dollars. */
    public double costOfAction(double payment, double rate) {
        double length = setting.get(CASE_LENGTH);
        return Valuation.presentValue(setting.get(CASE_COST), rate, length) + payment * Exact.pow(1 + rate, -length);
    }

    /** What is still to come of an open case, US dollars: lawyers for half of the mean length, and what a suit pays. */
    public double costOfOpenCase() {
        return setting.get(CASE_COST) * setting.get(CASE_LENGTH) / 2 + payment();
    }

    /** How readily suits are filed, 0 to 2; 1 where a suit is believed to pay what it costs the plaintiff at the median. */
    public double eagerness() {
        return 2 * Litigation.shareThatSues(payment(), setting.get(SUING_COST) * setting.get(CASE_LENGTH));
    }
}
