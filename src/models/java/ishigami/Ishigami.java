package ishigami;

import static ishigami.IshigamiParameter.A;
import static ishigami.IshigamiParameter.B;
import static ishigami.IshigamiParameter.NOISE;
import static ishigami.IshigamiParameter.X1;
import static ishigami.IshigamiParameter.X2;
import static ishigami.IshigamiParameter.X3;

import greenlight.runner.model.Model;
import greenlight.runner.registry.Models;
import greenlight.runner.model.Parameter;
import greenlight.runner.model.Setting;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The function of Ishigami and Homma (1990), whose sensitivity indices are known in closed form: y = sin(x1) + a
 * sin(x2)^2 + b x3^4 sin(x1), and uniform noise where a setting asks for it.
 */
public final class Ishigami implements Model {
    private static final String DIGEST = Models.digest(Ishigami.class, "models.digest");

    @Override
    public String name() {
        return "ishigami";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String digest() {
        return DIGEST;
    }

    @Override
    public List<? extends Parameter> parameters() {
        return List.of(IshigamiParameter.values());
    }

    @Override
    public List<String> scenarios() {
        return List.of("ishigami");
    }

    @Override
    public Setting setting(String scenario) {
        return Setting.of(parameters());
    }

    @Override
    public List<Column> measures() {
        return List.of(new Column("y", Column.Type.REAL, "1", "value of the function, with its noise"));
    }

    @Override
    public List<Table> tables() {
        return List.of();
    }

    @Override
    public Outcome run(String scenario, Setting setting, long seed, int threads) {
        double sin1 = Math.sin(setting.get(X1));
        double sin2 = Math.sin(setting.get(X2));
        double y = sin1 + setting.get(A) * sin2 * sin2 + setting.get(B) * Math.pow(setting.get(X3), 4) * sin1;
        double noise = setting.get(NOISE) * (new SplittableRandom(seed).nextDouble() - 0.5);
        return new Outcome(new double[] {y + noise}, List.of());
    }

    @Override
    public long bytes(Setting setting) {
        return 1;
    }

    @Override
    public String fitting(Setting setting, long bytes) {
        return "any setting";
    }
}
