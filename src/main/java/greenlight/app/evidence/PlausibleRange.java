package greenlight.app.evidence;

import greenlight.app.prior.PriorTable;
import greenlight.market.parameter.MarketParameter;
import greenlight.runner.model.Parameter.Kind;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Two values of a parameter between which its true one may well lie. Of an uncertain parameter they are the ends of its prior. Of
 * others they are half and twice the usual value, cut to what is allowed: of a
 * number between 0 and 1, the odds are halved and doubled; what is usually 0 goes up to half of the most that is allowed, what
 * is usually the most that is allowed goes down to the least; a switch is off and on.
 */
public record PlausibleRange(double low, double high) {
    private static final MathContext TWO_DIGITS = new MathContext(2);

    /**
     * The range of a parameter.
     *
     * @param usual its value where nothing is varied
     */
    static PlausibleRange of(MarketParameter parameter, double usual) {
        return PriorTable.of(parameter)
                .map(prior -> new PlausibleRange(prior.low(), prior.high()))
                .orElseGet(() -> around(parameter, usual));
    }

    private static PlausibleRange around(MarketParameter parameter, double usual) {
        if (parameter.kind() == Kind.SWITCH) {
            return new PlausibleRange(0, 1);
        }
        if (usual == 0) {
            return cut(parameter, parameter.from() / 2, parameter.to() / 2);
        }
        if (usual == parameter.to()) {
            return new PlausibleRange(parameter.from(), parameter.to());
        }
        if (parameter.kind() == Kind.REAL && parameter.from() >= 0 && parameter.to() <= 1 && usual < 1) {
            return cut(parameter, rounded(usual / (2 - usual)), rounded(2 * usual / (1 + usual)));
        }
        return cut(parameter, Math.min(usual / 2, usual * 2), Math.max(usual / 2, usual * 2));
    }

    private static PlausibleRange cut(MarketParameter parameter, double low, double high) {
        boolean whole = parameter.kind() == Kind.INTEGER;
        return new PlausibleRange(
                Math.max(parameter.from(), whole ? Math.floor(low) : low),
                Math.min(parameter.to(), whole ? Math.ceil(high) : high));
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(TWO_DIGITS).doubleValue();
    }
}
