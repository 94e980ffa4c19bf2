package com.truecart.app.checkout;

import com.truecart.app.checkout.Proposal.Line;
import com.truecart.app.checkout.Proposal.StoreQuote;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether what a shopper agreed to covers what the stores ask now. */
final class Consent {

    private Consent() {}

    /**
     * The same stores, lines, quantities, ways of paying and whom, for nowhere more than agreed,
     * and nothing new to read: an equal or lower price proceeds, anything else asks again.
     */
    static boolean covers(Proposal agreed, Proposal now) {
        if (!agreed.currency().equals(now.currency())
                || !agreed.shortage().equals(now.shortage())
                || agreed.quoted().size() != now.quoted().size()) {
            return false;
        }
        Map<String, StoreQuote> before =
                agreed.quoted().stream()
                        .collect(
                                Collectors.toMap(
                                        quote -> quote.store().toString(), quote -> quote));
        return now.quoted().stream()
                .allMatch(quote -> {
                    StoreQuote was = before.get(quote.store().toString());
                    return was != null
                            && amounts(was.lines()).equals(amounts(quote.lines()))
                            && quote.merchant() == was.merchant()
                            && quote.paymentMethod() == was.paymentMethod()
                            && was.notices().containsAll(quote.notices())
                            && quote.quoted().total().compareTo(was.quoted().total()) <= 0;
                });
    }

    private static List<String> amounts(List<Line> lines) {
        return lines.stream()
                .map(line -> line.quantity() + "x" + line.upstreamId())
                .sorted()
                .toList();
    }
}
