package com.truecart.spi;

import com.truecart.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store's answer to a quote request. */
public sealed interface QuoteResult {

    /**
     * The store's own figures; {@code goods − discounts + delivery + tax not included = payable}.
     *
     * @param lines per line of the request, in its order
     * @param discounts positive amounts with the store's words for them
     * @param goods sum of the lines before {@code discounts}
     * @param delivery the fee after the store's own delivery promotions
     * @param tax what comes on top; zero where prices include it
     * @param payable the total the store asks for
     * @param until how long the store holds it, where it says so
     * @param refusedCodes codes the store did not take, each with its reason
     * @param resumeToken what placing needs to buy exactly this (a cart token, a checkout id);
     *     opaque, kept encrypted
     * @param notices what the shopper is to be shown before agreeing
     * @param paidBy how this very order is paid, where that differs from order to order; else the
     *     first of the terms
     */
    record Quoted(
            List<QuotedLine> lines,
            List<Discount> discounts,
            Money goods,
            Money delivery,
            Money tax,
            Money payable,
            Optional<Instant> until,
            List<RefusedCode> refusedCodes,
            String resumeToken,
            Instant at,
            List<Notice> notices,
            Optional<PaymentMethod> paidBy)
            implements QuoteResult {

        /** A quote without notices, paid as the terms say. */
        public Quoted(
                List<QuotedLine> lines,
                List<Discount> discounts,
                Money goods,
                Money delivery,
                Money tax,
                Money payable,
                Optional<Instant> until,
                List<RefusedCode> refusedCodes,
                String resumeToken,
                Instant at) {
            this(
                    lines,
                    discounts,
                    goods,
                    delivery,
                    tax,
                    payable,
                    until,
                    refusedCodes,
                    resumeToken,
                    at,
                    List.of(),
                    Optional.empty());
        }

        public Quoted {
            notices = List.copyOf(notices);
            lines = List.copyOf(lines);
            discounts = List.copyOf(discounts);
            refusedCodes = List.copyOf(refusedCodes);
            Money sum = goods.plus(delivery).plus(tax);
            for (Discount discount : discounts) {
                sum = sum.minus(discount.amount());
            }
            if (!sum.equals(payable)) {
                throw new UpstreamException.Drifted(
                        "the store's quote does not add up: parts make "
                                + sum
                                + ", it asks for "
                                + payable);
            }
        }
    }

    /** The store cannot sell these lines as asked; each with its reason. */
    record Unavailable(List<Problem> problems) implements QuoteResult {
        public Unavailable {
            problems = List.copyOf(problems);
        }
    }

    /**
     * A line as the store prices it; {@code total} is for all its units, after discounts shown on
     * the line itself.
     */
    record QuotedLine(OrderLine line, Money unitPrice, Money total) {}

    /** A discount the store took off the whole, as a positive amount. */
    record Discount(String label, Money amount) {}

    /** A code the store did not take. */
    record RefusedCode(String code, String reason) {}

    /**
     * What a store wants the shopper to read.
     *
     * @param upstreamId the listing it is about, where it is about one
     * @param isDisclosure whether it must stand beside what it is about, and cannot be dismissed
     */
    record Notice(Optional<String> upstreamId, String text, boolean isDisclosure) {}

    /** What stands in the way, and of which listing where it is about one. */
    record Problem(Optional<String> upstreamId, String reason) {}
}
