package greenlight.market.chance;

import static greenlight.market.chance.Surprise.UNLIKELY;
import static greenlight.market.chance.Surprise.UNLIKELY_OF_4096;
import static greenlight.market.chance.Surprise.UNLIKELY_OF_64;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Whether draws look random, however one walks through them: from who to who, quarter to quarter, purpose to purpose,
 * seed to seed. Bounds come from theory ({@link Surprise}); seeds are fixed, so a verdict does not change by luck.
 */
class RandomnessTest {
    private static final int MANY = 1 << 18;
    private static final int FEW = 1 << 12;
    private static final int[] HIGH_AND_LOW = {60, 32, 4, 0};

    /** Every way to walk through draws one step at a time. */
    private static Map<String, LongUnaryOperator> walks() {
        Draws draws = Draws.of(42, RandomStream.USERS, 3);
        Map<String, LongUnaryOperator> walks = new LinkedHashMap<>();
        walks.put("who", draws::bits);
        walks.put("who by its upper half", i -> draws.bits(i << 32));
        walks.put("who of the last purpose", Draws.of(0, RandomStream.RESEARCH, 0)::bits);
        walks.put("further draws of one who", i -> draws.further(7, (int) i));
        walks.put("the third further draw", i -> draws.further(i, 3));
        walks.put("quarters", i -> Draws.of(42, RandomStream.USERS, (int) i).bits(7));
        walks.put("seeds", i -> Draws.of(i, RandomStream.USERS, 3).bits(7));
        walks.put(
                "seeds by their upper half",
                i -> Draws.of(i << 32, RandomStream.USERS, 3).bits(7));
        walks.put("purposes, then who", i -> {
            RandomStream[] purposes = RandomStream.values();
            return Draws.of(42, purposes[(int) (i % purposes.length)], 3).bits(i / purposes.length);
        });
        return walks;
    }

    @Test
    void everyBitIsSetHalfOfTheTime() {
        walks().forEach((name, walk) ->
                assertThat(Surprise.bits(walk, MANY)).as(name).isLessThan(UNLIKELY_OF_64));
    }

    @Test
    void highAndLowBytesTakeAllValuesAlike() {
        walks().forEach((name, walk) -> {
            for (int shift : new int[] {56, 32, 24, 0}) {
                assertThat(Surprise.values(walk, MANY, shift))
                        .as(name + " >>> " + shift)
                        .isLessThan(UNLIKELY);
            }
        });
    }

    @Test
    void neighboursAreIndependent() {
        walks().forEach((name, walk) -> independent(name, walk, i -> walk.applyAsLong(i + 1)));
    }

    @Test
    void oneUserIsIndependentFromQuarterToQuarterAndFromPurposeToPurpose() {
        Draws draws = Draws.of(42, RandomStream.USERS, 3);
        independent("next quarter", draws::bits, Draws.of(42, RandomStream.USERS, 4)::bits);
        independent("another purpose", draws::bits, Draws.of(42, RandomStream.CLIPS, 3)::bits);
        independent("next seed", draws::bits, Draws.of(43, RandomStream.USERS, 3)::bits);
        independent("further draw", draws::bits, i -> draws.further(i, 0));
        independent("two further draws", i -> draws.further(i, 0), i -> draws.further(i, 1));
        independent("next user's further draw", i -> draws.further(i, 1), i -> draws.further(i + 1, 0));
    }

    /** Without the second key these would be the same draws, one user apart. */
    @Test
    void setsOfDrawsWhoseCountersOverlapAreIndependent() {
        long step = 0x9e3779b97f4a7c15L;
        Draws one = new Draws(12345, 0x0123456789abcdefL);
        Draws shifted = new Draws(12345 + step, 0xfedcba9876543210L);
        independent("shifted by one", i -> one.bits(i + 1), shifted::bits);
    }

    private static void independent(String name, LongUnaryOperator one, LongUnaryOperator other) {
        for (int shift : HIGH_AND_LOW) {
            assertThat(Surprise.pairs(one, other, MANY, shift))
                    .as(name + " >>> " + shift)
                    .isLessThan(UNLIKELY);
        }
        assertThat(Surprise.correlation(one, other, MANY)).as(name).isLessThan(UNLIKELY);
    }

    @Test
    void aFlippedBitOnTheWayInFlipsEachBitOfTheDrawHalfOfTheTime() {
        Draws draws = Draws.of(42, RandomStream.USERS, 3);
        Map<String, LongUnaryOperator> entrances = new LinkedHashMap<>();
        entrances.put("who", draws::bits);
        entrances.put("seed", i -> Draws.of(i, RandomStream.USERS, 3).bits(7));
        entrances.put("a further draw's who", i -> draws.further(i, 1));
        entrances.forEach((name, entrance) ->
                assertThat(Surprise.avalanche(entrance, 64, FEW)).as(name).isLessThan(UNLIKELY_OF_4096));
        entrances.clear();
        entrances.put("quarter", i -> Draws.of(42, RandomStream.USERS, (int) i).bits(7));
        entrances.put("a further draw's number", i -> draws.further(7, (int) i));
        entrances.forEach((name, entrance) ->
                assertThat(Surprise.avalanche(entrance, 32, FEW)).as(name).isLessThan(UNLIKELY_OF_4096));
    }

    @Test
    void spacingsBetweenDrawsCoincideAsOftenAsTheyShould() {
        walks().forEach((name, walk) -> {
            for (int shift : new int[] {32, 0}) {
                assertThat(Surprise.spacings(walk, MANY / 4096, shift))
                        .as(name + " >>> " + shift)
                        .isLessThan(UNLIKELY);
            }
        });
    }

    /** The squared deviations of the means of all purposes and quarters add up to a chi-square. */
    @Test
    void noPurposeOrQuarterIsLuckierThanTheRest() {
        int quarters = 40;
        double sum = 0;
        for (RandomStream purpose : RandomStream.values()) {
            for (int quarter = 0; quarter < quarters; quarter++) {
                Draws draws = Draws.of(1, purpose, quarter);
                double total = 0;
                for (int who = 0; who < FEW; who++) {
                    total += draws.uniform(who) - 0.5;
                }
                sum += total * total * 12 / FEW;
            }
        }
        assertThat(Surprise.chiSquare(sum, RandomStream.values().length * quarters))
                .isLessThan(UNLIKELY);
    }

    /** The five neighbours of a draw rank in each of 120 orders alike. */
    @Test
    void noOrderAmongFiveNeighboursIsPreferred() {
        walks().forEach((name, walk) -> {
            int[] counts = new int[120];
            int n = MANY / 5;
            for (int i = 0; i < n; i++) {
                int order = 0;
                for (int a = 1; a < 5; a++) {
                    int smaller = 0;
                    for (int b = 0; b < a; b++) {
                        smaller += walk.applyAsLong(5L * i + b) < walk.applyAsLong(5L * i + a) ? 1 : 0;
                    }
                    order = order * (a + 1) + smaller;
                }
                counts[order]++;
            }
            assertThat(Surprise.chiSquare(counts, n)).as(name).isLessThan(UNLIKELY);
        });
    }

    @Test
    void aMultiplicationAloneWouldBeCaught() {
        LongUnaryOperator weak = i -> i * 0x9e3779b97f4a7c15L;
        assertThat(Surprise.values(weak, MANY, 56)).isGreaterThan(UNLIKELY);
        assertThat(Surprise.pairs(weak, i -> weak.applyAsLong(i + 1), MANY, 60)).isGreaterThan(UNLIKELY);
        assertThat(Surprise.avalanche(weak, 64, FEW)).isGreaterThan(UNLIKELY_OF_4096);
        assertThat(Surprise.spacings(weak, MANY / 4096, 32)).isGreaterThan(UNLIKELY);
    }

    @Test
    void halfTheMixWouldBeCaught() {
        LongUnaryOperator weak = i -> {
            long z = i * 0x9e3779b97f4a7c15L;
            z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
            return z ^ (z >>> 31);
        };
        assertThat(Surprise.avalanche(weak, 64, FEW)).isGreaterThan(UNLIKELY_OF_4096);
    }
}
