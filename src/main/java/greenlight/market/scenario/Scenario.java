package greenlight.market.scenario;

import greenlight.market.parameter.MarketParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A world to start from: the firms, what they hold, what is scheduled to happen and what the outside world does.
 *
 * @param start the first quarter
 * @param parameters the parameters that this world sets otherwise than the table's defaults
 * @param series outside developments by name: {@code gpu_price}, {@code enterprise_demand}, {@code lab_fleet},
 *     {@code filing_rate}, {@code regulatory_pressure}, {@code funding_climate}; each an array from the first quarter on
 * @param newcomers names for start-ups that are founded later
 */
public record Scenario(
        String name,
        String title,
        Quarter start,
        Map<MarketParameter, Double> parameters,
        List<StudioOpening> studios,
        List<VendorOpening> vendors,
        List<InvestorOpening> investors,
        List<Stake> stakes,
        List<Scheduled> timeline,
        Map<String, double[]> series,
        List<String> newcomers) {

    /** What of a kind is scheduled for a quarter, counted from the first, which is 0. */
    public List<Scheduled> due(int quarter, Scheduled.Kind kind) {
        List<Scheduled> due = new ArrayList<>();
        for (Scheduled event : timeline) {
            if (event.quarter() == quarter && event.kind() == kind) {
                due.add(event);
            }
        }
        return due;
    }

    /** A calendar quarter. */
    public record Quarter(int year, int ofYear) {
        private static final int PER_YEAR = 4;

        /** Such as {@code 2025Q4}. */
        public String label(int quartersLater) {
            int index = year * PER_YEAR + (ofYear - 1) + quartersLater;
            return index / PER_YEAR + "Q" + (index % PER_YEAR + 1);
        }

        /** Quarters from this one to another. */
        public int until(Quarter later) {
            return (later.year - year) * PER_YEAR + later.ofYear - ofYear;
        }
    }

    /**
     * A studio at the start.
     *
     * @param ip value of its characters, 0 to 1
     * @param strictness of its brand guidelines, 0 to 1
     * @param caution legal caution, 0 to 1
     * @param fomo how much it fears to miss out, 1 for the usual
     * @param contentSpend US dollars a quarter
     * @param library size against what a model of one's own needs, 0 to 1
     */
    public record StudioOpening(
            String name,
            double ip,
            double strictness,
            double caution,
            double fomo,
            double contentSpend,
            double library) {}

    /**
     * A vendor at the start.
     *
     * @param launch quarter of its launch, counted from the scenario's first; negative when it is live already
     * @param reach distribution, from 0 for an unknown vendor to 1 for a household name
     * @param efficiency its minutes per clip against the parameter's
     * @param quality of its video model, 1 for the frontier at the flagship's launch
     * @param gpus fleet
     * @param videoShare of the fleet, for video at launch
     * @param researchShare of the fleet, for research
     * @param capability of its core models against the outside rivals' 1; 0 for those who have none
     * @param overhead US dollars a quarter beside compute
     * @param otherRevenue from other customers, US dollars a quarter
     * @param otherGrowth of that revenue, per quarter
     * @param tolerance present loss on video over its planning horizon that it would bear without pressure, US dollars
     * @param flagship whether this is the vendor that the measures follow
     */
    public record VendorOpening(
            String name,
            Archetype archetype,
            int launch,
            double reach,
            double cash,
            double efficiency,
            double quality,
            double consistency,
            double provenance,
            double gpus,
            double videoShare,
            double researchShare,
            double capability,
            double overhead,
            double otherRevenue,
            double otherGrowth,
            double valuation,
            double tolerance,
            boolean flagship) {}

    /**
     * An investor at the start.
     *
     * @param powder money to place, US dollars
     * @param patience 0 for a fund at its end to 1 for patient capital
     * @param mood its exuberance above or below the parameter's
     */
    public record InvestorOpening(String name, InvestorKind kind, double powder, double patience, double mood) {}

    /** A stake held at the start: investor and vendor by name, share of the vendor. */
    public record Stake(String investor, String vendor, double share) {}

    /**
     * Something that is scheduled.
     *
     * @param amount what it is depends on the kind
     */
    public record Scheduled(int quarter, Kind kind, String who, String whom, double amount, String headline) {
        /** What can be scheduled. */
        public enum Kind {
            /** The vendor {@code who} offers the studio {@code whom} the headline deal, with {@code amount} characters. */
            HEADLINE_OFFER,
            /** So much is added to hype. */
            BUZZ,
            /** This part is added to the capability of the outside rivals. */
            RIVAL_LEAP,
            /** Something is printed and does nothing; what it reports moves in a series. */
            NEWS
        }
    }
}
