package greenlight.market.scenario;

/** What kind of money an investor places. */
public enum InvestorKind {
    VENTURE,
    STRATEGIC
}
