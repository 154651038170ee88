package greenlight.market.record;

/** A stake in a vendor: who holds what share of it, 0 to 1. */
public record Holding(String holder, String vendor, double share) {}
