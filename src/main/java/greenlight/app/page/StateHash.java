package greenlight.app.page;

import greenlight.market.Market;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import greenlight.market.record.Event;

/**
 * A 64-bit digest of all that a run wrote down: every reading of every entity in every quarter, bit for bit, and every
 * event, letter for letter. Mixed by SplitMix64's finaliser (Steele, Lea and Flood 2014).
 */
public final class StateHash {
    private static final long STRIDE = 0x9e3779b97f4a7c15L;
    private static final long FIRST = 0xbf58476d1ce4e5b9L;
    private static final long SECOND = 0x94d049bb133111ebL;

    private long state;

    private StateHash() {}

    /** The digest of a run, as 16 hexadecimal digits. */
    public static String of(Market market) {
        StateHash digest = new StateHash();
        for (Row row : market.rows()) {
            digest.add(row.quarter());
            digest.add(row.label());
            digest.add(row.entity());
            digest.add(row.kind());
            for (Reading reading : Reading.values()) {
                digest.add(Double.doubleToLongBits(row.get(reading)));
                digest.add(row.word(reading));
            }
        }
        for (Event event : market.events()) {
            digest.add(event.quarter());
            digest.add(event.kind().name());
            digest.add(event.who());
            digest.add(event.whom());
            digest.add(event.cents());
            digest.add(event.cause());
        }
        return hexadecimal(digest.state);
    }

    /** All 16 digits of a number. */
    static String hexadecimal(long bits) {
        StringBuilder digits = new StringBuilder();
        for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
            digits.append(Character.forDigit((int) (bits >>> shift) & 0xf, 16));
        }
        return digits.toString();
    }

    private void add(String words) {
        if (words == null) {
            add(-1);
            return;
        }
        add(words.length());
        for (int i = 0; i < words.length(); i++) {
            add(words.charAt(i));
        }
    }

    private void add(long bits) {
        long x = (state ^ bits) + STRIDE;
        x = (x ^ (x >>> 30)) * FIRST;
        x = (x ^ (x >>> 27)) * SECOND;
        state = x ^ (x >>> 31);
    }
}
