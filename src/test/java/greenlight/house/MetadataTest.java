package greenlight.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files that describe the project say the same, and its two launchers start the same program in the same way. */
class MetadataTest {
    @Test
    void thePomTheCitationAndCodemetaAgree() throws Exception {
        JsonNode citation = JsonMapper.shared()
                .valueToTree(new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(Path.of("CITATION.cff"))));
        JsonNode codemeta = JsonMapper.shared().readTree(Files.readString(Path.of("codemeta.json")));
        String version = pom("/project/version");
        String licence = pom("/project/licenses/license/name");
        String author = pom("/project/developers/developer/name");

        assertThat(citation.path("version").asString()).isEqualTo(version);
        assertThat(codemeta.path("version").asString()).isEqualTo(version);
        assertThat(citation.path("license").asString()).isEqualTo(licence);
        assertThat(codemeta.path("license").asString()).isEqualTo("https://spdx.org/licenses/" + licence);
        assertThat(citation.path("authors").path(0).path("name").asString()).isEqualTo(author);
        assertThat(codemeta.path("author").path(0).path("name").asString()).isEqualTo(author);
        assertThat(pom("/project/organization/name")).isEqualTo(author);
        assertThat(citation.path("title").asString()).isEqualTo(pom("/project/name"));
        assertThat(codemeta.path("name").asString()).isEqualTo(pom("/project/name"));
    }

    @Test
    void bothLaunchersStartTheMainClassOfThePomWithTheSameOptions() throws Exception {
        String shell = Files.readString(Path.of("greenlight"));
        String windows = Files.readString(Path.of("greenlight.cmd"));

        for (String launcher : new String[] {shell, windows}) {
            assertThat(launcher)
                    .contains(pom("/project/properties/main.class") + " ")
                    .contains("-XX:+UseParallelGC")
                    .contains("-Dgreenlight.page=")
                    .contains("Java " + pom("/project/properties/maven.compiler.release") + " or newer")
                    .contains("-Ppage process-classes")
                    .contains("-Pparquet dependency:copy");
        }
        assertThat(found("-D\\w+\\.encoding=UTF-8", windows)).isEqualTo(found("-D\\w+\\.encoding=UTF-8", shell));
        assertThat(found("-D[a-z.]+\\.skip=true", windows)).isEqualTo(found("-D[a-z.]+\\.skip=true", shell));
    }

    /** Each jump of the launcher for Windows has its label, and git checks the file out with the line ends it needs. */
    @Test
    void theLauncherForWindowsIsWhole() throws IOException {
        String windows = Files.readString(Path.of("greenlight.cmd"));

        assertThat(found("(?m)(?<=call ):\\w+", windows)).isSubsetOf(found("(?m)^:\\w+", windows));
        assertThat(windows).isASCII();
        assertThat(Path.of(".gitattributes")).content().contains("*.cmd text eol=crlf");
    }

    /** All different matches, in the order of the text. */
    private static List<String> found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().map(MatchResult::group).distinct().toList();
    }

    private static String pom(String path) throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        String text = XPathFactory.newInstance().newXPath().evaluate(path, pom);
        assertThat(text).as(path).isNotEmpty();
        return text;
    }
}
