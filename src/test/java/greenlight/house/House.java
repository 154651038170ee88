package greenlight.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the house tests look at: the compiled program and the files of the repository. */
final class House {
    private static final String PACKAGE = "greenlight";

    private House() {}

    /** Every class of the program, without its tests. */
    static JavaClasses classes() {
        return Imported.CLASSES;
    }

    /** The room a class stands in: its package without the leading {@code greenlight.}; empty for the root package. */
    static String room(JavaClass type) {
        String place = type.getPackageName();
        return place.equals(PACKAGE) ? "" : place.substring(PACKAGE.length() + 1);
    }

    static boolean isOurs(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(PACKAGE + ".");
    }

    /** A file of the repository, by its path from the top; Maven runs tests there. */
    static String text(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read once, when the first test asks. */
    private static final class Imported {
        static final JavaClasses CLASSES = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(new ImportOption.DoNotIncludePackageInfos())
                .importPackages(PACKAGE);
    }
}
