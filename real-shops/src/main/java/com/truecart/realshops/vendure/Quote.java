package com.truecart.realshops.vendure;

import java.util.List;

/**
 * What a basket costs. The shop prices an order after every change, from where the time before left
 * it, so there are two answers when shipping was chosen, and their goods can differ.
 *
 * @param withLines after all lines were added at once to an order without any
 * @param last after the last change; the same order if no shipping was chosen
 */
public record Quote(QuotedOrder withLines, QuotedOrder last) {

    /** One or two answers, as they came. */
    public List<QuotedOrder> passes() {
        return withLines.equals(last) ? List.of(last) : List.of(withLines, last);
    }
}
