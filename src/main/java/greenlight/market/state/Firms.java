package greenlight.market.state;

import static greenlight.market.parameter.MarketParameter.EXUBERANCE;

import greenlight.market.agent.Investor;
import greenlight.market.agent.Studio;
import greenlight.market.agent.Vendor;
import greenlight.market.ledger.Account;
import greenlight.market.ledger.Sector;
import greenlight.market.scenario.Scenario;
import greenlight.market.scenario.StudioTrait;
import greenlight.market.scenario.VendorTrait;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The studios, vendors and investors of the market, each in the order of entry; the number of a firm is its place. */
public final class Firms {
    /** A studio's money at the start, in quarters of its content spending. */
    private static final double OPENING_QUARTERS_OF_SPENDING = 2;

    private final Setting setting;
    private final Books books;
    private final List<Studio> studios = new ArrayList<>();
    private final List<Vendor> vendors = new ArrayList<>();
    private final List<Investor> investors = new ArrayList<>();
    private final List<Studio> allStudios = Collections.unmodifiableList(studios);
    private final List<Vendor> allVendors = Collections.unmodifiableList(vendors);
    private final List<Investor> allInvestors = Collections.unmodifiableList(investors);

    /** The firms with which a scenario starts, with their opening balances. */
    public Firms(Scenario scenario, Setting setting, Books books) {
        this.setting = setting;
        this.books = books;
        for (Scenario.StudioOpening opening : scenario.studios()) {
            Account account = books.open(Sector.STUDIOS, opening.name());
            studios.add(new Studio(studios.size(), opening, account, setting));
            books.endow(account, OPENING_QUARTERS_OF_SPENDING * opening.get(StudioTrait.CONTENT_SPEND));
        }
        for (Scenario.VendorOpening opening : scenario.vendors()) {
            books.endow(enter(opening).account(), opening.get(VendorTrait.CASH));
        }
        for (Scenario.InvestorOpening opening : scenario.investors()) {
            Account account = books.open(Sector.INVESTORS, opening.name());
            investors.add(new Investor(investors.size(), opening, account, setting));
            books.endow(account, opening.powder());
        }
    }

    /** A vendor enters the market, without money. */
    public Vendor enter(Scenario.VendorOpening opening) {
        Vendor vendor = new Vendor(vendors.size(), opening, books.open(Sector.VENDORS, opening.name()), setting);
        vendors.add(vendor);
        studios.forEach(Studio::meet);
        return vendor;
    }

    /** All studios. */
    public List<Studio> studios() {
        return allStudios;
    }

    /** All vendors, those that are gone included. */
    public List<Vendor> vendors() {
        return allVendors;
    }

    /** All investors. */
    public List<Investor> investors() {
        return allInvestors;
    }

    /**
     * The vendor of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Vendor vendor(String name) {
        for (Vendor vendor : vendors) {
            if (vendor.name().equals(name)) {
                return vendor;
            }
        }
        throw new IllegalArgumentException("No vendor is called " + name + ".");
    }

    /**
     * The studio of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Studio studio(String name) {
        for (Studio studio : studios) {
            if (studio.name().equals(name)) {
                return studio;
            }
        }
        throw new IllegalArgumentException("No studio is called " + name + ".");
    }

    /**
     * The investor of a name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Investor investor(String name) {
        for (Investor investor : investors) {
            if (investor.name().equals(name)) {
                return investor;
            }
        }
        throw new IllegalArgumentException("No investor is called " + name + ".");
    }

    /** Mean weight of growth against margin among investors, 0 to 1; the parameter's when there are none. */
    public double meanExuberance() {
        double sum = 0;
        for (Investor investor : investors) {
            sum += investor.exuberance();
        }
        return investors.isEmpty() ? setting.get(EXUBERANCE) : sum / investors.size();
    }
}
