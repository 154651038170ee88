package greenlight.runner.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CON",
                "con",
                "Prn",
                "AUX",
                "nul",
                "COM0",
                "com9",
                "COM\u00b2",
                "LPT1",
                "nul.txt",
                "con .tar.gz",
                "CONIN$"
            })
    void devicesOfWindowsAreReservedWithAnyEnding(String name) {
        assertThat(FileName.isReserved(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "com", "com10", "nulls", "my-con", "aux-1", "x.con", "", "."})
    void otherNamesAreNot(String name) {
        assertThat(FileName.isReserved(name)).isFalse();
    }
}
