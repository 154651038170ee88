package greenlight.runner.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void foldersAreMadeAndAnEarlierFileIsReplaced() throws IOException {
        Path file = folder.resolve("a/b/c.txt");
        WholeFile.write(file, "one");
        WholeFile.write(file, "two");
        assertThat(file).hasContent("two");
        assertThat(file.getParent()).isDirectoryContaining(each -> each.equals(file));
        assertThat(file.getParent().toFile().list()).hasSize(1);
    }

    @Test
    void aPlaceWhereNothingCanBeWrittenIsRefusedBeforeTheWorkAndNothingIsMade() throws IOException {
        Path file = folder.resolve("c.txt");
        WholeFile.check(folder.resolve("a/b/c.txt"));
        Files.writeString(file, "one");
        WholeFile.check(file);
        Path below = file.resolve("d/e.txt");
        assertThatThrownBy(() -> WholeFile.check(below))
                .isInstanceOf(IOException.class)
                .hasMessage(below + " cannot be written: " + file + " is not a folder.");
        assertThatThrownBy(() -> WholeFile.check(folder))
                .hasMessage(folder + " cannot be written: a folder of that name is there.");
        assertThat(folder.toFile().list()).containsExactly("c.txt");
    }

    @Test
    void faultsOfTheFileSystemAreSaidInWordsNotInNamesOfClasses() {
        for (IOException fault : List.of(
                new DirectoryNotEmptyException("x"),
                new FileAlreadyExistsException("x"),
                new NotDirectoryException("x"),
                new FileSystemException("x"),
                new IOException())) {
            assertThat(FileFault.reason(fault)).doesNotContain("Exception", "x").contains(" ");
        }
    }

    @Test
    void anEarlierFileStaysWhenTheNewOneCannotBeWrittenWhole() throws IOException {
        Path file = folder.resolve("c.txt");
        WholeFile.write(file, "one");
        assertThatThrownBy(() -> WholeFile.write(file, part -> {
                    Files.writeString(part, "half");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " cannot be written: No space left on device.");
        assertThat(file).hasContent("one");
        assertThat(folder.toFile().list()).containsExactly("c.txt");
    }
}
