package greenlight.app.cli;

import greenlight.market.model.MarketModel;
import greenlight.runner.model.Model;
import greenlight.runner.results.Software;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the program, and the model in it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        Software here = Software.here();
        Model model = new MarketModel();
        return new String[] {
            here.name() + " " + here.version() + ", commit " + here.commit(),
            "model " + model.name() + " " + model.version() + ", digest " + model.digest()
        };
    }
}
