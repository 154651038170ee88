package greenlight.market.contract;

/**
 * What a contract says.
 *
 * @param quarters term, without the pilot
 * @param pilotQuarters length of the pilot; 0 for none
 * @param characters licensed characters
 * @param licenceFee paid by the vendor in each quarter in force, US dollars
 * @param equity pledged by the studio for shares of the vendor, US dollars in all
 * @param tranches equal parts in which the equity is paid, one a quarter after the closing lag
 * @param closingLag quarters in force before the first tranche
 * @param costShare of the inference cost of licensed clips, the studio's share
 * @param guarantee of the remaining contract's worth, what the vendor owes when it closes the platform
 * @param exclusivity quarters in which the studio deals with no other vendor
 * @param headline whether this is the scenario's headline deal
 */
public record Terms(
        int quarters,
        int pilotQuarters,
        int characters,
        double licenceFee,
        double equity,
        int tranches,
        int closingLag,
        double costShare,
        double guarantee,
        int exclusivity,
        boolean headline) {}
