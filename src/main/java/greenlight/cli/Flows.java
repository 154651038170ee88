package greenlight.cli;

import greenlight.market.ledger.Ledger;
import greenlight.market.ledger.Sector;
import greenlight.market.ledger.Why;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/**
 * The transaction-flow matrix of a run: a row for each reason to pay, a column for each sector; what is paid is
 * negative, what is received positive, so that every row sums to zero.
 */
final class Flows {
    private static final int SECTORS = Sector.values().length;
    private static final long CENTS_PER_MILLION = 100_000_000;
    private static final int LABEL = 34;
    private static final int FIGURE = 10;

    private final Ledger ledger;

    Flows(Ledger ledger) {
        this.ledger = ledger;
    }

    void print(PrintStream out) {
        out.println("Who paid (-) and who received (+), whole run, in millions of US dollars");
        List<String> first = List.of("", "", "", "", "compute", "", "", "rest of");
        List<String> second = List.of(
                "users", "studios", "vendors", "investors", "suppliers", "plaintiffs", "regulator", "the world");
        out.println((heading(first) + Text.right("", FIGURE)).stripTrailing());
        out.println(heading(second) + Text.right("sum", FIGURE));
        long[] balances = new long[SECTORS];
        for (Why why : Why.values()) {
            long[] net = net(why);
            if (moved(why) > 0) {
                out.println(row(why.words(), net));
            }
            for (int sector = 0; sector < SECTORS; sector++) {
                balances[sector] += net[sector];
            }
        }
        out.println(row("balance at the end", balances));
        long inside = within();
        if (inside > 0) {
            out.println(Text.hung(
                    "", "Not to be seen above: " + Text.dollars(Ledger.dollars(inside)) + " paid within a sector."));
        }
    }

    private static String heading(List<String> words) {
        StringBuilder line = new StringBuilder(" ".repeat(LABEL));
        words.forEach(word -> line.append(Text.right(word, Math.max(FIGURE, word.length() + 1))));
        return line.toString();
    }

    private static String row(String label, long[] cents) {
        StringBuilder line = new StringBuilder(Text.padded(label, LABEL));
        for (int sector = 0; sector < SECTORS; sector++) {
            line.append(
                    Text.right(millions(cents[sector]), sector == Sector.PLAINTIFFS.ordinal() ? FIGURE + 1 : FIGURE));
        }
        return line + Text.right(millionsOrZero(Arrays.stream(cents).sum()), FIGURE);
    }

    private static String millions(long cents) {
        return cents == 0 ? "" : millionsOrZero(cents);
    }

    private static String millionsOrZero(long cents) {
        long millions = Math.round((double) cents / CENTS_PER_MILLION);
        if (millions == 0 && cents != 0) {
            return cents < 0 ? "-0" : "+0";
        }
        return (millions > 0 ? "+" : "") + Text.grouped(millions);
    }

    private long[] net(Why why) {
        long[] net = new long[SECTORS];
        for (Sector from : Sector.values()) {
            for (Sector to : Sector.values()) {
                long flow = ledger.flow(why, from, to);
                net[from.ordinal()] -= flow;
                net[to.ordinal()] += flow;
            }
        }
        return net;
    }

    private long moved(Why why) {
        long moved = 0;
        for (Sector from : Sector.values()) {
            for (Sector to : Sector.values()) {
                moved += ledger.flow(why, from, to);
            }
        }
        return moved;
    }

    private long within() {
        long within = 0;
        for (Why why : Why.values()) {
            for (Sector sector : Sector.values()) {
                within += ledger.flow(why, sector, sector);
            }
        }
        return within;
    }
}
