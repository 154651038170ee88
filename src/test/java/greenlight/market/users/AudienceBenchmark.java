package greenlight.market.users;

import greenlight.market.chance.Chance;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of a run of 24 quarters from birth on, one by one and counted, in one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AudienceBenchmark {
    private static final int QUARTERS = 24;

    @Param({"QUIET", "BUSY"})
    public Workload workload;

    private final Chance chance = new Chance(7);

    @State(Scope.Benchmark)
    public static class OneByOne {
        @Param({"10000", "1000000", "10000000"})
        public int users;

        private final Buffers buffers = new Buffers();
    }

    @State(Scope.Benchmark)
    public static class Counted {
        @Param({"1000000", "10000000", "100000000", "1000000000"})
        public long users;
    }

    @Benchmark
    public long people(OneByOne of) {
        return run(new People(workload.taste(), of.users, chance, BlockRunner.ALONE, of.buffers));
    }

    @Benchmark
    public long cohorts(Counted of) {
        return run(new Cohorts(workload.taste(), of.users, chance, BlockRunner.ALONE));
    }

    private long run(Audience audience) {
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            audience.live(quarter, workload.offers(quarter), workload.hype(quarter), workload.open());
        }
        return audience.active();
    }
}
