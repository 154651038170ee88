package greenlight.market.state;

import static greenlight.market.parameter.MarketParameter.AUDIENCE;
import static greenlight.market.parameter.MarketParameter.POPULATION;
import static greenlight.market.parameter.MarketParameter.USERS;

import greenlight.market.chance.Chance;
import greenlight.market.users.Audience;
import greenlight.market.users.BlockRunner;
import greenlight.market.users.Buffers;
import greenlight.market.users.Cohorts;
import greenlight.market.users.People;
import greenlight.runner.model.Setting;

/**
 * The users of all platforms.
 *
 * @param audience the user agents
 * @param peoplePerAgent people that each of them represents
 */
public record Population(Audience audience, double peoplePerAgent) {
    /** Users are kept one by one. */
    private static final double INDIVIDUAL = 0;

    /**
     * The users of a setting.
     *
     * @param runner works on the audience's blocks
     * @param buffers memory for users that are kept one by one
     */
    public static Population of(Setting setting, Chance chance, BlockRunner runner, Buffers buffers) {
        Audience audience = setting.get(AUDIENCE) == INDIVIDUAL
                ? new People(setting, setting.count(USERS), chance, runner, buffers)
                : new Cohorts(setting, setting.count(USERS), chance, runner);
        return new Population(audience, setting.get(POPULATION) / audience.users());
    }

    /** Memory that a run takes for its users, bytes. */
    public static long bytesNeeded(Setting setting) {
        return setting.get(AUDIENCE) == INDIVIDUAL ? People.bytesNeeded(setting.count(USERS)) : Cohorts.BYTES;
    }

    /** How many users, kept one by one, fit into a number of bytes. */
    public static long usersThatFit(long bytes) {
        long perUser = People.bytesNeeded(1) - People.bytesNeeded(0);
        return (bytes - People.bytesNeeded(0)) / perUser;
    }
}
