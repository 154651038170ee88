package greenlight.market.state;

import java.util.ArrayList;
import java.util.List;

/**
 * The order in which agents act within a phase: that of their entry. It must not matter, and a test permutes it to prove
 * that it does not.
 */
public final class ActivationOrder {
    /** Null while agents act in the order of their entry. */
    private Permutation permutation;

    /** Another order of the same positions. */
    public interface Permutation {
        List<Integer> of(List<Integer> positions);
    }

    /** Has agents act in another order from now on. */
    public void permute(Permutation next) {
        permutation = next;
    }

    /** The agents in the order in which they act, as a copy: the list may change while they do. */
    public <T> List<T> of(List<T> agents) {
        if (permutation == null) {
            return new ArrayList<>(agents);
        }
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < agents.size(); i++) {
            positions.add(i);
        }
        List<T> ordered = new ArrayList<>();
        for (int i : permutation.of(positions)) {
            ordered.add(agents.get(i));
        }
        return ordered;
    }
}
