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
 *     {@code regulatory_pressure}, {@code funding_climate}; each an array from the first quarter on
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

    /** The same world with other firms at the start. */
    public Scenario with(
            List<StudioOpening> otherStudios, List<VendorOpening> otherVendors, List<InvestorOpening> otherInvestors) {
        return new Scenario(
                name,
                title,
                start,
                parameters,
                otherStudios,
                otherVendors,
                otherInvestors,
                stakes,
                timeline,
                series,
                newcomers);
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
     * @param traits each {@link StudioTrait}
     */
    public record StudioOpening(String name, Traits<StudioTrait> traits)
            implements Opening<StudioTrait, StudioOpening> {
        /**
         * A studio by its traits.
         *
         * @throws IllegalArgumentException when a trait is missing
         */
        public StudioOpening(String name, Map<StudioTrait, Double> traits) {
            this(name, Traits.of(name, StudioTrait.class, traits));
        }

        @Override
        public double get(StudioTrait trait) {
            return traits.get(trait);
        }

        @Override
        public StudioOpening with(StudioTrait trait, double value) {
            return new StudioOpening(name, traits.with(trait, value));
        }
    }

    /**
     * A vendor at the start.
     *
     * @param launch quarter of its launch, counted from the scenario's first; negative when it is live already
     * @param flagship whether this is the vendor that the measures follow
     * @param traits each {@link VendorTrait}
     */
    public record VendorOpening(
            String name, Archetype archetype, int launch, boolean flagship, Traits<VendorTrait> traits)
            implements Opening<VendorTrait, VendorOpening> {
        /**
         * A vendor by its traits.
         *
         * @param launch quarter of its launch, counted from the scenario's first; negative when it is live already
         * @throws IllegalArgumentException when a trait is missing
         */
        public VendorOpening(
                String name, Archetype archetype, int launch, boolean flagship, Map<VendorTrait, Double> traits) {
            this(name, archetype, launch, flagship, Traits.of(name, VendorTrait.class, traits));
        }

        @Override
        public double get(VendorTrait trait) {
            return traits.get(trait);
        }

        @Override
        public VendorOpening with(VendorTrait trait, double value) {
            return new VendorOpening(name, archetype, launch, flagship, traits.with(trait, value));
        }
    }

    /**
     * An investor at the start.
     *
     * @param powder money to place, US dollars
     * @param patience 0 for a fund at its end to 1 for patient capital
     * @param mood its exuberance above or below the parameter's
     */
    public record InvestorOpening(String name, InvestorKind kind, double powder, double patience, double mood)
            implements Opening<InvestorTrait, InvestorOpening> {
        @Override
        public double get(InvestorTrait trait) {
            return switch (trait) {
                case POWDER -> powder;
                case PATIENCE -> patience;
                case MOOD -> mood;
            };
        }

        @Override
        public InvestorOpening with(InvestorTrait trait, double value) {
            return switch (trait) {
                case POWDER -> new InvestorOpening(name, kind, value, patience, mood);
                case PATIENCE -> new InvestorOpening(name, kind, powder, value, mood);
                case MOOD -> new InvestorOpening(name, kind, powder, patience, value);
            };
        }
    }

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
            /** Added to hype. */
            BUZZ,
            /** This part is added to the capability of the outside rivals. */
            RIVAL_LEAP,
            /** A suit elsewhere ends, and pays {@code amount} US dollars as far as vendors of video can compare. */
            PRECEDENT,
            /** Something is printed and does nothing; what it reports moves in a series. */
            NEWS
        }
    }
}
