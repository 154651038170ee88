package greenlight.app.cli;

import greenlight.app.cli.console.ModelOption;
import greenlight.app.cli.console.UsageError;
import greenlight.runner.model.Model;
import greenlight.runner.results.Software;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the program, and the models on its class path. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws UsageError {
        Software here = Software.here();
        List<String> lines = new ArrayList<>();
        lines.add(here.name() + " " + here.version() + ", commit " + here.commit());
        for (Model model : ModelOption.all()) {
            lines.add("model " + model.name() + " " + model.version() + ", digest " + model.digest());
        }
        return lines.toArray(String[]::new);
    }
}
