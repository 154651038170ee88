package greenlight.runner.discovery;

import greenlight.runner.csv.BadTable;
import greenlight.runner.dataset.Condition;
import greenlight.runner.dataset.Factor;
import greenlight.runner.dataset.RunTable;
import greenlight.runner.format.Text;
import java.util.List;

/**
 * Where among the parameters something happens, by two methods.
 *
 * @param boxes by PRIM
 * @param tree by CART
 */
public record ScenarioDiscovery(PrimResult boxes, ClassificationTree tree) {
    /** Which factors are looked at. */
    public enum Over {
        ALL,
        /** What an agent may choose. */
        LEVERS,
        /** What no agent controls. */
        UNCERTAINTIES
    }

    /**
     * Looks for the regions in which something happens, among points that no table of runs holds.
     *
     * @param cases in some of which it happens, and not in all
     * @param question what happens, for the record
     */
    public static ScenarioDiscovery of(BinaryOutcomes cases, Condition question) {
        return new ScenarioDiscovery(new Prim(cases).of(question), new Cart().of(cases, question));
    }

    /** Looks for the regions in which a condition on a measure is met. */
    public static ScenarioDiscovery of(RunTable runs, Condition question, Over over) throws BadTable {
        List<Factor> factors = runs.factors().stream()
                .filter(factor -> over == Over.ALL || factor.lever() == (over == Over.LEVERS))
                .toList();
        if (factors.isEmpty()) {
            throw new BadTable("This experiment varies "
                    + (runs.factors().isEmpty()
                            ? "nothing, so there is no region to find."
                            : over == Over.LEVERS
                                    ? "no lever (or no file says which factors are levers)."
                                    : "levers only."));
        }
        BinaryOutcomes cases = BinaryOutcomes.of(runs, factors, runs.measure(question.column()), question);
        if (cases.allHits() == 0 || cases.allHits() == cases.allRuns()) {
            throw new BadTable(question + (cases.allHits() == 0 ? " in none" : " in each") + " of "
                    + Text.count((long) cases.allRuns(), "run") + ", so no region can be found.");
        }
        return of(cases, question);
    }
}
