package greenlight.market.appraisal;

import static greenlight.market.parameter.MarketParameter.BUDGET;
import static greenlight.market.parameter.MarketParameter.BUDGET_SPREAD;
import static greenlight.market.parameter.MarketParameter.CASUAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.COMPUTE_TAX;
import static greenlight.market.parameter.MarketParameter.PLAN_CLIPS;
import static greenlight.market.parameter.MarketParameter.PREMIUM;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_BUDGET;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_CLIPS;
import static greenlight.market.parameter.MarketParameter.PROFESSIONAL_SHARE;
import static greenlight.market.parameter.MarketParameter.USE_TAIL;

import greenlight.market.agent.ConsumerTerms;
import greenlight.market.agent.Vendor;
import greenlight.market.economics.demand.Capacity;
import greenlight.market.economics.demand.PaidPlan;
import greenlight.market.economics.demand.Usage;
import greenlight.market.parameter.MarketParameter;
import greenlight.market.scenario.Calendar;
import greenlight.market.scenario.VendorTrait;
import greenlight.market.users.Demand;
import greenlight.runner.model.Setting;
import java.util.ArrayList;
import java.util.List;

/** What the free and the paid plan of a vendor would give to users on terms that it could set, and who would pay. */
final class TermsForecast {
    private final Setting setting;
    private final Vendor vendor;
    /** Share of professionals among its free users. */
    private final double professionals;
    /** The same among its payers. */
    private final double payingProfessionals;

    private final Payers.Budgets budgets;
    private final Payers.Budgets professionalBudgets;
    /** Share of the demand that it expects which the GPUs held now would serve. */
    private final double heldNow;

    private final Allowance plan;
    /** Clips of an average free user under its present quota, in a quarter. */
    private final double clipsNow;
    /** Those looked at so far; the present ones are the first. */
    private final List<Case> cases = new ArrayList<>();

    TermsForecast(Setting setting, Vendor vendor) {
        this.setting = setting;
        this.vendor = vendor;
        Demand demand = vendor.userBase().demand();
        professionals = professionals(demand.freeProfessionalMonths(), demand.freeMonths());
        payingProfessionals = professionals(demand.paidProfessionalMonths(), demand.paidMonths());
        budgets = Payers.Budgets.of(parameter(BUDGET), parameter(BUDGET_SPREAD));
        professionalBudgets = Payers.Budgets.of(parameter(PROFESSIONAL_BUDGET), parameter(BUDGET_SPREAD));
        heldNow = Capacity.served(vendor.terms().headroom(), vendor.beliefs().error());
        plan = allowance(parameter(PLAN_CLIPS));
        Allowance quota = allowance(vendor.terms().freeQuota());
        clipsNow = clips(quota, professionals);
        cases.add(caseOf(vendor.terms(), quota));
    }

    /** Shares of the wishes of casual users and of professionals that a quota lets through. */
    private record Allowance(double casual, double professional) {}

    /**
     * What becomes of users' wishes.
     *
     * @param free share of the clips within the free quota that is served
     * @param paid the same of payers' clips
     * @param hours GPU-hours to be paid for, against those that clips take
     * @param taken share of these that a lab takes from enterprise services and research
     */
    record Service(double free, double paid, double hours, double taken) {}

    /**
     * What users make of some terms; guardrails change nothing of it.
     *
     * @param terms for consumers
     * @param quota what the free quota lets through
     * @param clips of an average free user, that it lets through in a quarter
     * @param met share of its wishes that an average free user gets
     * @param payers of all people, those who would pay
     * @param worth share of its worth that a newcomer finds in the plan of its choice, beyond the price
     */
    record Case(
            ConsumerTerms terms,
            Allowance quota,
            Service service,
            double clips,
            double met,
            Payers payers,
            double worth) {
        private boolean isOf(ConsumerTerms others) {
            return terms.price() == others.price()
                    && terms.freeQuota() == others.freeQuota()
                    && terms.headroom() == others.headroom();
        }
    }

    /** What users make of the present terms. */
    Case now() {
        return cases.get(0);
    }

    /** What they would make of others. */
    Case on(ConsumerTerms terms) {
        for (Case known : cases) {
            if (known.isOf(terms)) {
                return known;
            }
        }
        Case then = caseOf(terms, quota(terms.freeQuota()));
        cases.add(then);
        return then;
    }

    private Allowance quota(double clips) {
        for (Case known : cases) {
            if (known.terms().freeQuota() == clips) {
                return known.quota();
            }
        }
        return allowance(clips);
    }

    private Case caseOf(ConsumerTerms terms, Allowance quota) {
        double clips = clips(quota, professionals);
        Service service = service(terms, clips);
        double met = service.free() * mixed(quota, professionals);
        Payers payers = payers(terms.price(), quota, service);
        double worth = (1 - payers.share()) * (1 - parameter(PREMIUM)) * met
                + payers.share() * service.paid()
                - terms.price() * payers.perDollar();
        return new Case(terms, quota, service, clips, met, payers, worth);
    }

    private Payers payers(double price, Allowance quota, Service service) {
        double free = service.free();
        double paid = service.paid();
        double fit = vendor.opening().get(VendorTrait.WORK_FIT);
        return payers(price, free * quota.casual(), paid * plan.casual(), 1, budgets)
                .and(
                        payers(
                                price,
                                free * quota.professional(),
                                paid * plan.professional(),
                                fit,
                                professionalBudgets),
                        parameter(PROFESSIONAL_SHARE));
    }

    private Payers payers(double price, double metFree, double metPaid, double fit, Payers.Budgets budgets) {
        return Payers.of(
                price,
                PaidPlan.gain(parameter(PREMIUM), metFree, metPaid),
                fit * vendor.model().quality(),
                budgets);
    }

    /**
     * What users get with the GPUs that a vendor would hold, when more or fewer of them come than it expects; payers first.
     *
     * @param each clips of an average free user under the quota
     */
    private Service service(ConsumerTerms terms, double each) {
        double held = terms.headroom() == vendor.terms().headroom()
                ? heldNow
                : Capacity.served(terms.headroom(), vendor.beliefs().error());
        double taken = vendor.lab() ? parameter(COMPUTE_TAX) * (1 - held) : 0;
        double served = held + taken;
        double free = vendor.userBase().freeMonths() / Calendar.MONTHS_PER_QUARTER * each + visits(each);
        double paid = vendor.delivery().paidWanted();
        double first = paid > 0 ? paid / (free + paid) : 0;
        return new Service(
                first < 1 ? Math.max(0, (served - first) / (1 - first)) : served,
                first > 0 ? Math.min(1, served / first) : served,
                (terms.headroom() + taken) / served,
                taken / (terms.headroom() + taken));
    }

    /**
     * Clips in a quarter of people on other vendors' free plans: as many more or fewer as its own quota lets through.
     *
     * @param each clips of an average user under that quota
     */
    double visits(double each) {
        return clipsNow > 0 ? vendor.userBase().visitorClips() * each / clipsNow : 0;
    }

    /** Share of professionals among its users; that among all people while it has none. */
    private double professionals(long professionals, long users) {
        return users > 0 ? (double) professionals / users : parameter(PROFESSIONAL_SHARE);
    }

    private Allowance allowance(double quota) {
        return new Allowance(
                Usage.met(parameter(CASUAL_CLIPS), quota, parameter(USE_TAIL)),
                Usage.met(parameter(PROFESSIONAL_CLIPS), quota, parameter(USE_TAIL)));
    }

    private static double mixed(Allowance quota, double professionals) {
        return (1 - professionals) * quota.casual() + professionals * quota.professional();
    }

    /** Clips that an average free user wishes for in a quarter. */
    double freeWishes() {
        return wishes(professionals);
    }

    /** Clips that an average payer wishes for in a quarter. */
    double paidWishes() {
        return wishes(payingProfessionals);
    }

    private double wishes(double professionals) {
        return (1 - professionals) * parameter(CASUAL_CLIPS) + professionals * parameter(PROFESSIONAL_CLIPS);
    }

    /** Clips of an average payer within the plan, in a quarter. */
    double planned() {
        return clips(plan, payingProfessionals);
    }

    /** Clips of an average user in a quarter. */
    private double clips(Allowance quota, double professionals) {
        return (1 - professionals) * quota.casual() * parameter(CASUAL_CLIPS)
                + professionals * quota.professional() * parameter(PROFESSIONAL_CLIPS);
    }

    private double parameter(MarketParameter parameter) {
        return setting.get(parameter);
    }
}
