package greenlight.market.users;

import greenlight.runner.model.Setting;
import java.util.Arrays;

/**
 * Memory that audiences of the same thread use one after the other, so that the small runs of a sweep do not each allocate
 * it. An audience ends when the next one takes its buffers.
 */
public final class Buffers {
    private byte[] kinds = {};
    private char[] states = {};
    private int[] moving = {};
    private UserTypes known;
    private UserTypes.Traits traitsOfKnown;
    private final int[] paying = new int[(2 * UserState.PLACES) << UserTypes.BITS];

    /** The kinds of people of a setting: the runs of a sweep often have the same. */
    UserTypes kindsOf(Setting setting) {
        UserTypes.Traits traits = UserTypes.Traits.of(setting);
        if (!traits.equals(traitsOfKnown)) {
            known = new UserTypes(traits);
            traitsOfKnown = traits;
        }
        return known;
    }

    /** One for each user, of whatever kind. */
    byte[] kinds(int users) {
        if (kinds.length < users) {
            kinds = new byte[users];
        }
        return kinds;
    }

    /** One for each user, newborn. */
    char[] states(int users) {
        if (states.length < users) {
            states = new char[users];
        } else {
            Arrays.fill(states, 0, users, (char) UserState.NEWBORN);
        }
        return states;
    }

    /** Odds of anything, by row and kind. */
    int[] moving(int places) {
        int cells = UserState.row(places, 0) << UserTypes.BITS;
        if (moving.length < cells) {
            moving = new int[cells];
        }
        return moving;
    }

    /** Odds of anything, by tier and kind. */
    int[] paying() {
        return paying;
    }
}
