package greenlight.market.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The layouts that were rejected do the same as the chosen one, so that their times mean something. */
@Tag("slow")
class LayoutTest {
    @ParameterizedTest
    @EnumSource(Workload.class)
    void everyLayoutLeavesAsManyPeopleActive(Workload workload) {
        LayoutBenchmark layouts = new LayoutBenchmark();
        layouts.workload = workload;
        long active = layouts.kindAndStateInThreeBytes();
        assertThat(layouts.twoIntegers()).isEqualTo(active);
        assertThat(layouts.kindsDrawnAgain()).isEqualTo(active);
        assertThat(layouts.oddsWithoutTables()).isEqualTo(active);
        assertThat(layouts.ruleInOneLoop()).isEqualTo(active);
        assertThat(layouts.moversListedWithoutBranches()).isEqualTo(active);
        assertThat(layouts.plainObjects()).isEqualTo(active);
        assertThat(layouts.steppables()).isEqualTo(active);
    }
}
