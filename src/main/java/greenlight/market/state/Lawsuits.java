package greenlight.market.state;

import greenlight.market.agent.ExternalParty;
import greenlight.market.agent.Vendor;
import greenlight.market.law.Case;
import greenlight.market.law.Court;
import greenlight.market.law.Party;
import greenlight.market.law.Ruling;
import greenlight.market.ledger.Sector;
import java.util.List;
import sim.field.network.Edge;
import sim.field.network.Network;
import sim.util.Bag;

/** The open suits and actions: the court's docket, and the same cases as a network from plaintiff to defendant. */
public final class Lawsuits {
    private final Court court;
    private final Network network = new Network();
    private final ExternalParty artists;
    private final ExternalParty regulator;

    public Lawsuits(Court court, Books books) {
        this.court = court;
        artists = new ExternalParty("artists and authors", books.open(Sector.PLAINTIFFS, "artists and authors"));
        regulator = new ExternalParty("the regulator", books.open(Sector.REGULATOR, "the regulator"));
    }

    /**
     * Files a case.
     *
     * @param number of the case, which keys its draws
     * @param stake what a regulator's fine would be, US dollars; 0 for a suit
     */
    public void file(Case.Kind kind, Party plaintiff, Party defendant, int quarter, long number, double stake) {
        Case filed = court.file(kind, plaintiff, defendant, quarter, number, stake);
        network.addEdge(plaintiff, defendant, filed);
    }

    /** Ends the cases that are due, in the order of filing. */
    public List<Ruling> rule(int quarter) {
        List<Ruling> rulings = court.rule(quarter);
        rulings.forEach(ruling -> strike(ruling.about()));
        return rulings;
    }

    private void strike(Case ended) {
        Bag open = network.getEdgesIn(ended.defendant());
        for (int i = 0; i < open.numObjs; i++) {
            Edge edge = (Edge) open.get(i);
            if (edge.getInfo() == ended) {
                network.removeEdge(edge);
                return;
            }
        }
    }

    /** Ends without a ruling what is open against a vendor that is gone. */
    public void drop(Vendor vendor) {
        court.drop(vendor);
        Bag open = network.getEdgesIn(vendor);
        while (open.numObjs > 0) {
            network.removeEdge((Edge) open.top());
        }
    }

    /** All open cases, in the order of filing. */
    public List<Case> open() {
        return court.docket();
    }

    /** Number of cases that are open against a party. */
    public int countAgainst(Party defendant) {
        return court.count(defendant);
    }

    /** The network from plaintiff to defendant, a {@link Case} on each edge, to be read only. */
    public Network network() {
        return network;
    }

    /** Artists and authors as a class, who sue vendors and studios. */
    public ExternalParty artists() {
        return artists;
    }

    /** Acts against vendors over harmful clips. */
    public ExternalParty regulator() {
        return regulator;
    }
}
