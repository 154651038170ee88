package greenlight.market.narrative;

import greenlight.market.ledger.Cents;
import greenlight.market.ledger.Ledger;
import greenlight.market.ledger.Sector;
import greenlight.market.ledger.Why;
import greenlight.runner.format.Text;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The transaction-flow matrix of a run: a row for each reason to pay, a column for each sector; what is paid is
 * negative, what is received positive, so that every row sums to zero.
 */
public final class TransactionFlowMatrix {
    private static final int SECTORS = Sector.values().length;
    private static final long CENTS_PER_MILLION = 100_000_000;

    private final Ledger ledger;

    public TransactionFlowMatrix(Ledger ledger) {
        this.ledger = ledger;
    }

    public void print(PrintStream out) {
        List<String> labels = new ArrayList<>(List.of("", "millions of US dollars"));
        List<List<String>> columns = new ArrayList<>();
        List<Why> reasons =
                Arrays.stream(Why.values()).filter(why -> moved(why) > 0).toList();
        reasons.forEach(why -> labels.add(why.words()));
        labels.add("balance at the end");
        for (Sector sector : Sector.values()) {
            List<String> column = new ArrayList<>(heading(sector));
            long balance = 0;
            boolean used = false;
            for (Why why : reasons) {
                long net = net(why)[sector.ordinal()];
                column.add(net == 0 ? "" : millions(net));
                balance += net;
                used |= net != 0;
            }
            column.add(millions(balance));
            if (used) {
                columns.add(column);
            }
        }
        List<String> sums = new ArrayList<>(List.of("", "sum"));
        reasons.forEach(why -> sums.add(millions(Arrays.stream(net(why)).sum())));
        sums.add(millions(ledger.total()));
        columns.add(sums);

        out.println("Who paid (-) and who received (+) for what, over the whole run");
        int margin = longest(labels);
        for (int line = 0; line < labels.size(); line++) {
            StringBuilder text = new StringBuilder(Text.padded(labels.get(line), margin));
            for (List<String> column : columns) {
                text.append(Text.right(column.get(line), longest(column) + 2));
            }
            out.println(text.toString().stripTrailing());
        }
        if (within() > 0) {
            out.println("Not to be seen here: " + Text.dollars(Cents.dollars(within())) + " paid within a sector.");
        }
    }

    /** Two lines. */
    private static List<String> heading(Sector sector) {
        int blank = sector.words().lastIndexOf(' ');
        return blank < 0
                ? List.of("", sector.words())
                : List.of(sector.words().substring(0, blank), sector.words().substring(blank + 1));
    }

    private static int longest(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String millions(long cents) {
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
