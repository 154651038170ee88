package greenlight.market.law;

import static greenlight.market.parameter.MarketParameter.ACTION_LENGTH;
import static greenlight.market.parameter.MarketParameter.CASE_COST;
import static greenlight.market.parameter.MarketParameter.CASE_LENGTH;
import static greenlight.market.parameter.MarketParameter.DAMAGES;
import static greenlight.market.parameter.MarketParameter.DAMAGES_TAIL;
import static greenlight.market.parameter.MarketParameter.DISMISSAL;
import static greenlight.market.parameter.MarketParameter.LEGAL_MEMORY;
import static greenlight.market.parameter.MarketParameter.PLAINTIFF_WINS;
import static greenlight.market.parameter.MarketParameter.SETTLING;
import static greenlight.market.parameter.MarketParameter.SUING_COST;

import greenlight.market.chance.Chance;
import greenlight.market.chance.Draws;
import greenlight.market.chance.RandomStream;
import greenlight.market.economics.BetaBelief;
import greenlight.market.economics.Litigation;
import greenlight.market.economics.Quantile;
import greenlight.market.economics.Term;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;

/** The court: its docket, its rulings, and what the market makes of them. */
public final class Court {
    /** Judgments above this many times the least are cut: no court takes more than a company is worth. */
    private static final double LARGEST_JUDGMENT = 100;
    /** A suit that settles goes through pleading and discovery; it takes the mean time. */
    private static final double STAGES_TO_SETTLEMENT = 2;

    private final Setting setting;
    private final Chance chance;
    private final List<Case> docket = new ArrayList<>();
    /** Mean time from the filing of a suit to its end, quarters. */
    private final double meanLength;
    /** The mean length of a suit, and that of an action of the regulator. */
    private final Term suit;

    private final Term action;
    private BetaBelief plaintiffWins;
    /** What ended suits have paid, US dollars, with what was believed before the first as if it had been seen. */
    private double paid;
    /** Number of suits that {@link #paid} rests on. */
    private double ended;

    public Court(Setting setting, Chance chance) {
        this.setting = setting;
        this.chance = chance;
        meanLength = setting.get(CASE_LENGTH)
                * Litigation.stages(setting.get(SETTLING), setting.get(DISMISSAL))
                / STAGES_TO_SETTLEMENT;
        suit = new Term(meanLength);
        action = new Term(setting.get(ACTION_LENGTH));
        plaintiffWins = BetaBelief.of(setting.get(PLAINTIFF_WINS), setting.get(LEGAL_MEMORY));
        ended = setting.get(LEGAL_MEMORY);
        paid = ended
                * Litigation.expectedPayment(
                        setting.get(SETTLING),
                        Litigation.settlement(setting.get(DISMISSAL), plaintiffWins.mean(), 1),
                        setting.get(DISMISSAL),
                        plaintiffWins.mean(),
                        Litigation.meanDamages(setting.get(DAMAGES), setting.get(DAMAGES_TAIL), mostDamages()));
    }

    /** No court awards more, US dollars. */
    private double mostDamages() {
        return LARGEST_JUDGMENT * setting.get(DAMAGES);
    }

    /**
     * Opens a case. A suit goes through stages of geometric length: after pleading it may be dismissed, in discovery most
     * settle, the others are tried. The regulator's actions have one stage of their own length.
     */
    public Case file(Case.Kind kind, Party plaintiff, Party defendant, int quarter, long who, double stake) {
        Draws draws = chance.draws(RandomStream.CASE_LENGTH, quarter);
        boolean action = kind == Case.Kind.REGULATOR;
        double stage = action ? setting.get(ACTION_LENGTH) : setting.get(CASE_LENGTH) / STAGES_TO_SETTLEMENT;
        int stages = action ? 1 : stages(quarter, who);
        long length = 0;
        for (int i = 0; i < stages; i++) {
            length += Quantile.geometric(stage, draws.uniformOpenInterval(who, i));
        }
        Case opened = new Case(kind, plaintiff, defendant, quarter, (int) (quarter + length), who, stake);
        docket.add(opened);
        return opened;
    }

    private int stages(int filed, long who) {
        if (settles(filed, who)) {
            return 2;
        }
        return dismissed(filed, who) ? 1 : 3;
    }

    private boolean settles(int filed, long who) {
        return chance.draws(RandomStream.OUTCOME, filed).uniform(who) < setting.get(SETTLING);
    }

    private boolean dismissed(int filed, long who) {
        return chance.draws(RandomStream.OUTCOME, filed).uniform(who, 1) < setting.get(DISMISSAL);
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
                note(ruling.dollars());
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
        double damages = Math.min(
                Quantile.pareto(
                        setting.get(DAMAGES),
                        setting.get(DAMAGES_TAIL),
                        chance.draws(RandomStream.DAMAGES, due.filed()).uniformOpenInterval(due.who())),
                mostDamages());
        if (settles(due.filed(), due.who())) {
            double settlement = Litigation.settlement(setting.get(DISMISSAL), plaintiffWins.mean(), damages);
            return new Ruling(due, Ruling.Outcome.SETTLED, settlement);
        }
        if (dismissed(due.filed(), due.who())) {
            return new Ruling(due, Ruling.Outcome.DISMISSED, 0);
        }
        // earlier rulings bind: what the market believes of judgments is what comes to pass
        boolean won = chance.draws(RandomStream.OUTCOME, due.filed()).uniform(due.who(), 2) < plaintiffWins.mean();
        return won
                ? new Ruling(due, Ruling.Outcome.FOR_PLAINTIFF, damages)
                : new Ruling(due, Ruling.Outcome.FOR_DEFENDANT, 0);
    }

    /** Everybody learns what a suit has paid, here or elsewhere, US dollars. */
    public void note(double dollars) {
        paid += dollars;
        ended++;
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
        return cost(payment(), suit, rate);
    }

    /** What a new action of the regulator is expected to cost a vendor that ends with a known fine, present US dollars. */
    public double costOfAction(double fine, double rate) {
        return cost(fine, action, rate);
    }

    private double cost(double payment, Term length, double rate) {
        return setting.get(CASE_COST) * length.annuity(rate) + payment * length.discount(rate);
    }

    /** What is still to come of an open case, US dollars: lawyers for half of the mean length, and what a suit pays. */
    public double costOfOpenCase() {
        return setting.get(CASE_COST) * meanLength / 2 + payment();
    }

    /** How readily suits are filed, 0 to 2; 1 where a suit is believed to pay what it costs the plaintiff at the median. */
    public double eagerness() {
        return 2 * Litigation.shareThatSues(payment(), setting.get(SUING_COST) * meanLength);
    }
}
