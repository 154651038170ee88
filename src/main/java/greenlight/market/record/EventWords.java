package greenlight.market.record;

/** Figures in sentences, from whole numbers only, so that they read the same everywhere. */
public final class EventWords {
    private static final int TEN = 10;
    private static final int HUNDRED = 100;
    private static final long THOUSAND = 1000;
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;

    private EventWords() {}

    /** Such as {@code 12,345}. */
    public static String count(double value) {
        long whole = Math.round(Math.abs(value));
        String digits = Long.toString(whole);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits = digits.substring(0, at) + "," + digits.substring(at);
        }
        return value < 0 && whole > 0 ? "-" + digits : digits.toString();
    }

    /** Such as {@code 40}, or {@code 0.25} below one. */
    public static String minutes(double value) {
        long hundredths = Math.round(value * HUNDRED);
        return hundredths < HUNDRED ? "0." + hundredths / TEN + hundredths % TEN : count(value);
    }

    /** Such as {@code 6 %}, or {@code 0.4 %} below ten. */
    public static String percent(double share) {
        double percent = share * HUNDRED;
        return (Math.abs(percent) < TEN ? tenths(percent) : count(percent)) + " %";
    }

    /** Such as {@code $1.3 billion}, {@code $87 million}, {@code $420,000}, {@code $0.04}. */
    public static String dollars(double amount) {
        double size = Math.abs(amount);
        String sign = amount < 0 ? "-$" : "$";
        if (size >= BILLION) {
            return sign + scaled(size / BILLION) + " billion";
        }
        if (size >= MILLION) {
            return sign + scaled(size / MILLION) + " million";
        }
        if (size >= THOUSAND) {
            return sign + count(Math.round(size / THOUSAND) * THOUSAND);
        }
        long cents = Math.round(size * HUNDRED);
        return sign + cents / HUNDRED + "." + cents / TEN % TEN + cents % TEN;
    }

    private static String scaled(double value) {
        return value < TEN ? tenths(value) : count(value);
    }

    /** One decimal. */
    public static String tenths(double value) {
        long tenths = Math.round(Math.abs(value) * TEN);
        return (value < 0 && tenths > 0 ? "-" : "") + tenths / TEN + "." + tenths % TEN;
    }

    /** Such as {@code 1 quarter} or {@code 3 quarters}. */
    public static String quarters(int n) {
        return n + (n == 1 ? " quarter" : " quarters");
    }
}
