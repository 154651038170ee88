package greenlight.market.state;

import greenlight.market.agent.Investor;
import greenlight.market.agent.Vendor;
import greenlight.market.law.Party;
import greenlight.market.ledger.Account;
import greenlight.market.record.Holding;
import java.util.ArrayList;
import java.util.List;
import sim.field.network.Edge;
import sim.field.network.Network;

/** Who holds which share of each vendor: a network from investor or studio to vendor, the share, 0 to 1, on each edge. */
public final class Shareholdings {
    private final Network network = new Network();

    /** A holder starts with a share; the other holders keep theirs. */
    public void grant(Object holder, Vendor vendor, double share) {
        network.addEdge(holder, vendor, share);
    }

    /** A holder buys new shares, which make up a part of the vendor; all earlier shares shrink in proportion. */
    public void issue(Object holder, Vendor vendor, double bought) {
        Edge own = null;
        for (Object each : network.getEdgesIn(vendor).toArray()) {
            Edge stake = (Edge) each;
            stake.setInfo((Double) stake.getInfo() * (1 - bought));
            if (stake.getFrom() == holder) {
                own = stake;
            }
        }
        if (own == null) {
            network.addEdge(holder, vendor, bought);
        } else {
            own.setInfo((Double) own.getInfo() + bought);
        }
    }

    /** The share that a holder has in a vendor, 0 to 1. */
    public double share(Object holder, Vendor vendor) {
        for (Object each : network.getEdgesIn(vendor).toArray()) {
            Edge stake = (Edge) each;
            if (stake.getFrom() == holder) {
                return (Double) stake.getInfo();
            }
        }
        return 0;
    }

    /** What a holder's share in a vendor is worth, US dollars: its part of the last valuation, nothing once the firm is gone. */
    public double worth(Object holder, Vendor vendor) {
        return vendor.trading() ? share(holder, vendor) * vendor.valuation() : 0;
    }

    /** A share in a vendor, 0 to 1, and the account of the firm that holds it. */
    public record Stake(Object holder, Account account, double share) {}

    /** The stakes in a vendor. What is missing to 1 belongs to founders and staff. */
    public List<Stake> in(Vendor vendor) {
        List<Stake> stakes = new ArrayList<>();
        for (Object each : network.getEdgesIn(vendor).toArray()) {
            Edge edge = (Edge) each;
            Account account = edge.getFrom() instanceof Investor investor
                    ? investor.account()
                    : ((Party) edge.getFrom()).account();
            stakes.add(new Stake(edge.getFrom(), account, (Double) edge.getInfo()));
        }
        return stakes;
    }

    /** The shares of a number of vendors now, in their order. */
    public List<Holding> of(List<Vendor> vendors) {
        List<Holding> holdings = new ArrayList<>();
        for (Vendor vendor : vendors) {
            for (Object each : network.getEdgesIn(vendor).toArray()) {
                Edge stake = (Edge) each;
                String holder = stake.getFrom() instanceof Investor investor
                        ? investor.name()
                        : ((Party) stake.getFrom()).name();
                holdings.add(new Holding(holder, vendor.name(), (Double) stake.getInfo()));
            }
        }
        return holdings;
    }

    /** The network itself, to be read only. */
    public Network network() {
        return network;
    }
}
