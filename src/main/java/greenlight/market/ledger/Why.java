package greenlight.market.ledger;

/** What a payment is for: the rows of the transaction-flow matrix. */
public enum Why {
    OPENING("opening balances"),
    SUBSCRIPTION("subscriptions of users"),
    CLIPS("clips by the piece"),
    ENTERPRISE("enterprise services"),
    TOOLS("pipeline tools"),
    COMPUTE("rent of GPUs"),
    OVERHEAD("staff, moderation, storage"),
    TRAINING_LICENCE("licences for training data"),
    LICENCE_FEE("licence fees to studios"),
    COST_SHARE("studios' share of inference"),
    EQUITY("tranches of pledged equity"),
    GUARANTEE("guarantees called"),
    INTEGRATION("studios' cost of a platform deal"),
    PRIVATE_CLOUD("private clouds"),
    BRAND_HARM("harm to brands"),
    SAVINGS("production costs saved"),
    ENGAGEMENT("value of fans' engagement"),
    ROUND("funding rounds"),
    COMPUTE_CREDIT("compute paid for in rounds"),
    DIVIDEND("profits paid out"),
    BACKERS("money of the investors' own backers"),
    CREDIT("credit when runway is not binding"),
    ACQUISITION("acquisitions"),
    PIVOT("pivots"),
    CASE_COST("lawyers"),
    SETTLEMENT("settlements"),
    DAMAGES("damages"),
    FINE("fines"),
    WRITE_OFF("debts that die with a vendor");

    private final String words;

    Why(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
