package greenlight.market.world;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Characters that leave no mark of their own: marks of direction and of width 0, fillers, and blanks other than the plain one. Two names
 * that differ in them alone look the same. Controls, which no cell may have, are not among them.
 */
final class UnseenCharacters {
    // spotless:off
    /** First and last of each range; after the categories Cf, Cs, Zs, Zl, Zp and the fillers of Unicode 15. */
    private static final int[][] RANGES = {
        {0x00A0, 0x00A0}, {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x0600, 0x0605}, {0x061C, 0x061C},
        {0x06DD, 0x06DD}, {0x070F, 0x070F}, {0x115F, 0x1160}, {0x1680, 0x1680}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
        {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F}, {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164},
        {0xD800, 0xDFFF}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3},
        {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}
    };
    // spotless:on

    private static final int DIGITS = 4;

    private UnseenCharacters() {}

    /** The place of the first of them in a text, in {@code char}s from 0; empty where there is none. */
    static OptionalInt first(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (is(text.codePointAt(at))) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean is(int character) {
        for (int[] range : RANGES) {
            if (character >= range[0] && character <= range[1]) {
                return true;
            }
        }
        return false;
    }

    /** Its number as Unicode writes it, such as 200B. */
    static String code(int character) {
        StringBuilder code = new StringBuilder(Integer.toHexString(character));
        while (code.length() < DIGITS) {
            code.insert(0, '0');
        }
        return code.toString().toUpperCase(Locale.ROOT);
    }
}
