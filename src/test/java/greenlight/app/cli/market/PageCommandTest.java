package greenlight.app.cli.market;

import static org.assertj.core.api.Assertions.assertThat;

import greenlight.app.cli.Said;
import greenlight.app.cli.WrittenPage;
import greenlight.app.page.PageFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCommandTest {
    @Test
    void aFolderAndAFileThatIsNoPageAreLeftAsTheyAre(@TempDir Path folder) throws Exception {
        assertThat(Said.by("page", "--out", folder.toString()))
                .isEqualTo(new Said(2, "", "--out is " + folder + ", which is a folder; give the name of a file.\n"));
        Path file = Files.writeString(folder.resolve("mine.html"), "my own");
        Said said = Said.by("page", "--out", file.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("stays as it is");
        assertThat(file).hasContent("my own");
    }

    @Test
    void anOlderPageIsReplacedAndAPlaceThatCannotBeWrittenIsNamed(@TempDir Path folder) throws Exception {
        Path page = WrittenPage.file();
        Path old = Files.writeString(folder.resolve("old.html"), PageFile.MARK);
        assertThat(Said.by("page", "--out", old.toString()).code()).isZero();
        assertThat(old).hasSameBinaryContentAs(page);
        Said said = Said.by("page", "--out", old.resolve("below.html").toString());
        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).startsWith(old.resolve("below.html") + " cannot be written: ");
    }
}
