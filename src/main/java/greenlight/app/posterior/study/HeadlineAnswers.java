package greenlight.app.posterior.study;

import static greenlight.app.answer.HeadlineAnswer.CLOSED;
import static greenlight.app.answer.HeadlineAnswer.GUARANTEE_LIFE;
import static greenlight.app.answer.HeadlineAnswer.GUARANTEE_SIGNED;
import static greenlight.app.answer.HeadlineAnswer.WITHOUT_COMPUTE_COST;
import static greenlight.app.answer.HeadlineAnswer.WITHOUT_LITIGATION;
import static greenlight.app.answer.HeadlineAnswer.WITHOUT_NOVELTY_DECAY;

import greenlight.app.answer.HeadlineAnswer;
import greenlight.app.answer.HeadlineFigure;
import greenlight.app.answer.HeadlineRuns;
import greenlight.app.posterior.PosteriorTables;
import greenlight.app.posterior.PriorSpace;
import greenlight.app.posterior.SequentialCalibration;
import greenlight.app.posterior.SequentialCalibration.Plan;
import greenlight.runner.ensemble.Ensemble;
import greenlight.runner.inference.Population.Particle;
import greenlight.runner.model.Model;
import greenlight.runner.model.Parameter;
import greenlight.runner.sample.SplitMix64;
import greenlight.runner.stats.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some of the headline answers, over a sample of each ensemble: means in their units, with intervals of 95 %. */
public final class HeadlineAnswers implements Answers {
    /** Those that are compared: one event, three forces, one term of the contract. */
    static final List<HeadlineAnswer> COMPARED = List.of(
            CLOSED, WITHOUT_COMPUTE_COST, WITHOUT_NOVELTY_DECAY, WITHOUT_LITIGATION, GUARANTEE_SIGNED, GUARANTEE_LIFE);

    /** Settings that are drawn by weight. */
    private static final int SETTINGS = 60;

    /** Runs of each setting and change: the fewest from which their noise is known. */
    private static final int RUNS = 2;

    /** Child of a calibration's seed, other than those of its own runs. */
    private static final int SEED = -2;

    private final Model model;
    private final int threads;

    /**
     * Answers by runs of a model, with as many users as its calibration had.
     *
     * @param threads runs at once; the answers are the same
     */
    public HeadlineAnswers(Model model, int threads) {
        this.model = model;
        this.threads = threads;
    }

    @Override
    public Map<String, Estimate> of(SequentialCalibration calibration) throws InterruptedException {
        Plan plan = calibration.plan();
        HeadlineRuns runs = HeadlineRuns.of(
                model,
                ensemble(calibration),
                new HeadlineRuns.Plan(SETTINGS, RUNS, plan.users(), SplitMix64.child(plan.seed(), SEED)),
                COMPARED,
                threads,
                done -> {});
        Map<String, Estimate> answers = new LinkedHashMap<>();
        HeadlineFigure.of(runs).forEach((answer, figure) -> answers.put(answer.key(), figure.mean()));
        return answers;
    }

    private static Ensemble ensemble(SequentialCalibration calibration) {
        PriorSpace space = calibration.space();
        List<Ensemble.Member> members = new ArrayList<>();
        for (Particle particle : calibration.population().particles()) {
            Map<Parameter, Double> values = new LinkedHashMap<>();
            for (int dimension = 0; dimension < space.dimensions(); dimension++) {
                values.put(
                        space.priors().get(dimension).parameter(), space.value(dimension, particle.point()[dimension]));
            }
            members.add(new Ensemble.Member(particle.weight(), values));
        }
        return new Ensemble(new PosteriorTables(calibration, List.of()).ensemble().text(), members);
    }
}
