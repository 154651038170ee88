package greenlight.app.answer;

import greenlight.app.evidence.RunEnsemble;
import greenlight.app.evidence.RunEnsemble.Wanted;
import greenlight.app.evidence.Validation;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import greenlight.runner.sample.SplitMix64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Whether a setting would do for the default world: whether all required patterns hold in runs that no answer uses. */
public final class RecordCheck {
    /** As many runs as {@code validate} wants. */
    private static final int RUNS = 500;

    private RecordCheck() {}

    /**
     * Runs the model's first scenario, with the users of the default world.
     *
     * @param values of the uncertain parameters
     * @param seed of all random numbers
     * @param threads runs at once
     */
    public static boolean meets(Model model, Map<Parameter, Double> values, long seed, int threads)
            throws InterruptedException {
        String scenario = model.scenarios().get(0);
        Setting setting = model.setting(scenario).with(values);
        long parent = SplitMix64.child(seed, 0);
        List<Wanted> wanted = IntStream.range(0, RUNS)
                .mapToObj(run -> new Wanted(scenario, setting, SplitMix64.child(parent, run)))
                .toList();
        return Validation.passed(Validation.of(RunEnsemble.of(model, wanted, threads, done -> {})));
    }
}
