package greenlight.market.state;

import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.contract.Deal;
import greenlight.market.contract.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All platform deals ever signed, and which of them are running. */
public final class DealBook {
    private final Clock clock;
    private final List<Deal> deals = new ArrayList<>();
    private final List<Deal> running = new ArrayList<>();
    private final List<Deal> allDeals = Collections.unmodifiableList(deals);
    private final List<Deal> allRunning = Collections.unmodifiableList(running);

    public DealBook(Clock clock) {
        this.clock = clock;
    }

    /** Enters a deal that has been signed. */
    public void sign(Deal deal) {
        deals.add(deal);
        running.add(deal);
    }

    /** Ends a running deal in the running quarter; it stays in the book. */
    public void end(Deal deal, Stage how, Deal.Cause why) {
        deal.end(how, clock.quarter(), why);
        running.remove(deal);
    }

    /** All deals, in the order of signing. */
    public List<Deal> all() {
        return allDeals;
    }

    /** Running deals, in the order of signing. A loop that ends deals needs a copy of this list. */
    public List<Deal> running() {
        return allRunning;
    }

    /** Whether a studio has a running deal with any vendor. */
    public boolean partner(int studio) {
        for (Deal deal : running) {
            if (deal.studio() == studio) {
                return true;
            }
        }
        return false;
    }

    /** Whether a studio has a running deal with a vendor. */
    public boolean partners(int studio, int vendor) {
        for (Deal deal : running) {
            if (deal.studio() == studio && deal.vendor() == vendor) {
                return true;
            }
        }
        return false;
    }

    /** IP value of the studios whose characters a vendor may use, cut at 1. */
    public double licensedIp(Vendor vendor, List<Studio> studios) {
        double ip = 0;
        for (Deal deal : running) {
            ip += deal.vendor() == vendor.id() && deal.licensed()
                    ? studios.get(deal.studio()).ip()
                    : 0;
        }
        return Math.min(1, ip);
    }

    /**
     * Share of the cost of a vendor's clips that partners bear in a quarter ahead, cut at 1.
     *
     * @param quarters ahead, from 1
     * @param licensedShare of clips, those that show characters of a studio with an IP value of 1
     */
    public double shareBorne(Vendor vendor, int quarters, double licensedShare, List<Studio> studios) {
        double borne = 0;
        for (Deal deal : running) {
            if (deal.vendor() == vendor.id() && quarters <= deal.quartersLeft()) {
                borne += vendor.beliefs().shareOfBill(deal.terms(), quarters)
                        * licensedShare
                        * studios.get(deal.studio()).ip();
            }
        }
        return Math.min(1, borne);
    }

    /** Deals that failed in the running quarter: voided or terminated. */
    public List<Deal> failed() {
        List<Deal> failed = new ArrayList<>();
        for (Deal deal : deals) {
            boolean gone = deal.stage() == Stage.VOIDED || deal.stage() == Stage.TERMINATED;
            if (gone && deal.ended() == clock.quarter()) {
                failed.add(deal);
            }
        }
        return failed;
    }
}
