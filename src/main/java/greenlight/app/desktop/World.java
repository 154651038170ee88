package greenlight.app.desktop;

import greenlight.market.Market;
import greenlight.runner.model.Setting;

/** What the windows are opened upon. */
public interface World {
    /** A market that has not opened yet. */
    Market market(Setting setting, long seed);

    /**
     * Keeps a run that has reached its horizon.
     *
     * @param seed that the market was made with
     */
    void record(Market played, long seed);
}
