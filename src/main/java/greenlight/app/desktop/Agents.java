package greenlight.app.desktop;

import greenlight.market.Market;
import greenlight.market.agent.ExternalParty;
import greenlight.market.agent.Investor;
import greenlight.market.agent.Vendor;
import greenlight.market.law.Party;
import greenlight.market.measure.Reading;
import greenlight.market.measure.Row;
import java.util.List;
import java.util.Locale;
import sim.field.network.Edge;

/** What an inspector shows of an agent: of vendors and studios their readings of the last quarter, of investors their mood. */
final class Agents {
    private final Market market;

    Agents(Market market) {
        this.market = market;
    }

    /** What is known of an agent. */
    AgentProperties facts(Object agent) {
        AgentProperties facts = new AgentProperties(agent);
        if (agent instanceof Investor investor) {
            return of(investor, facts);
        }
        if (agent instanceof ExternalParty outsider) {
            return facts.number("balance", "balance of its account, USD", outsider.account()::dollars)
                    .number("open_cases", "that it has brought", () ->
                            (double) market.casesNetwork().getEdgesOut(outsider).numObjs);
        }
        if (agent instanceof Vendor vendor) {
            facts.words("kind", "what kind of vendor it is", vendor.archetype()::words);
        }
        String letter = agent instanceof Vendor ? "v" : "s";
        String name = ((Party) agent).name();
        for (Reading reading : Reading.values()) {
            String meaning = reading.meaning() + (reading.unit().isEmpty() ? "" : " (" + reading.unit() + ")");
            if (!reading.of().contains(letter)) {
                continue;
            }
            if (reading.words()) {
                facts.words(reading.key(), meaning, () -> word(name, reading));
            } else {
                facts.number(reading.key(), meaning, () -> number(name, reading));
            }
        }
        return facts;
    }

    private AgentProperties of(Investor investor, AgentProperties facts) {
        facts.words("kind", "what kind of money it is", () -> Scene.word(investor.kind()))
                .number("exuberance", "weight of growth against margin, 0 to 1", investor::exuberance)
                .number("dry_powder", "money that it could still place, USD", investor::powder)
                .number("patience", "how little it presses for profit, 0 to 1", investor::patience);
        for (Vendor vendor : market.vendors()) {
            facts.number(
                    "share_of_" + vendor.name().toLowerCase(Locale.ROOT).replace(' ', '_'),
                    "of the vendor, owned, 0 to 1",
                    () -> share(investor, vendor));
        }
        return facts;
    }

    private double share(Investor investor, Vendor vendor) {
        for (Object each : market.stakes().getEdgesIn(vendor).toArray()) {
            Edge edge = (Edge) each;
            if (edge.getFrom() == investor) {
                return (Double) edge.getInfo();
            }
        }
        return 0;
    }

    private String word(String name, Reading reading) {
        Row row = last(name);
        return row == null || row.word(reading) == null
                ? "–"
                : row.word(reading).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private double number(String name, Reading reading) {
        Row row = last(name);
        return row == null ? Double.NaN : row.get(reading);
    }

    /** The last row of a firm; null before there is any. */
    private Row last(String name) {
        List<Row> rows = market.rows();
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i).entity().equals(name)) {
                return rows.get(i);
            }
        }
        return null;
    }
}
