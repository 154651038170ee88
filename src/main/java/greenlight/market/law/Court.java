package greenlight.market.law;

import static greenlight.parameter.Parameter.CASE_LENGTH;
import static greenlight.parameter.Parameter.DAMAGES;
import static greenlight.parameter.Parameter.DAMAGES_TAIL;
import static greenlight.parameter.Parameter.DISMISSAL;
import static greenlight.parameter.Parameter.LEGAL_MEMORY;
import static greenlight.parameter.Parameter.PLAINTIFF_WINS;
import static greenlight.parameter.Parameter.SETTLEMENT_SHARE;
import static greenlight.parameter.Parameter.SETTLING;

import greenlight.chance.Chance;
import greenlight.chance.Draws;
import greenlight.chance.For;
import greenlight.economics.BetaBelief;
import greenlight.economics.Quantile;
import greenlight.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;

/** The court: its docket, its rulings, and what the market makes of them. */
public final class Court {
    /** Judgments above this many times the least are cut: no court takes more than a company is worth. */
    private static final double LARGEST_JUDGMENT = 100;

    private static final double STAGES = 2;

    private final Parameters dials;
    private final Chance chance;
    private final List<Case> docket = new ArrayList<>();
    private BetaBelief plaintiffWins;

    public Court(Parameters dials, Chance chance) {
        this.dials = dials;
        this.chance = chance;
        plaintiffWins = BetaBelief.of(dials.get(PLAINTIFF_WINS), dials.get(LEGAL_MEMORY));
    }

    /**
     * Opens a case. It goes through two stages, pleading and discovery, each of geometric length: few cases end in the
     * quarters after they were filed.
     */
    public Case file(Case.Kind kind, Party plaintiff, Party defendant, int quarter, long who, double stake) {
        Draws luck = chance.draws(For.CASE_LENGTH, quarter);
        double stage = dials.get(CASE_LENGTH) / STAGES;
        long length = Quantile.geometric(stage, luck.open(who)) + Quantile.geometric(stage, luck.open(who, 1));
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
        double settles = chance.draws(For.OUTCOME, due.filed()).uniform(due.who());
        double damages = Math.min(
                Quantile.pareto(
                        dials.get(DAMAGES),
                        dials.get(DAMAGES_TAIL),
                        chance.draws(For.DAMAGES, due.filed()).open(due.who())),
                LARGEST_JUDGMENT * dials.get(DAMAGES));
        if (settles < dials.get(SETTLING)) {
            double discount = dials.get(SETTLEMENT_SHARE) * 2 * plaintiffWins.mean();
            return new Ruling(due, Ruling.Outcome.SETTLED, damages * Math.min(1, discount));
        }
        if (chance.draws(For.OUTCOME, due.filed()).uniform(due.who(), 1) < dials.get(DISMISSAL)) {
            return new Ruling(due, Ruling.Outcome.DISMISSED, 0);
        }
        boolean won = chance.draws(For.OUTCOME, due.filed()).uniform(due.who(), 2) < dials.get(PLAINTIFF_WINS);
        return won
                ? new Ruling(due, Ruling.Outcome.FOR_PLAINTIFF, damages)
                : new Ruling(due, Ruling.Outcome.FOR_DEFENDANT, 0);
    }

    /** Ends without a ruling what is open against somebody who is gone. */
    public void drop(Party defendant) {
        docket.removeIf(open -> open.defendant() == defendant);
    }

    /** What is open against somebody, in the order of filing. */
    public List<Case> against(Party defendant) {
        List<Case> open = new ArrayList<>();
        for (Case pending : docket) {
            if (pending.defendant() == defendant) {
                open.add(pending);
            }
        }
        return open;
    }

    /** How many cases are open against somebody. */
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
}
