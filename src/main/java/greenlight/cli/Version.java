package greenlight.cli;

import greenlight.experiment.Model;
import greenlight.provenance.Software;
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
