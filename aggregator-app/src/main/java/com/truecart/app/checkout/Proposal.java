package com.truecart.app.checkout;

import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.order.Amounts;
import com.truecart.app.order.HandOff;
import com.truecart.app.order.MerchantOfRecord;
import com.truecart.app.order.ShortagePolicy;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.Terms.DoubtClass;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the shopper is asked to agree to: every store's own figures beside what the plan promised.
 *
 * @param quoted the stores that would sell
 * @param unavailable the stores that would not, each with its reasons
 * @param handOff what the shopper buys alone
 * @param shortage what is done where a store turns out not to have goods
 */
public record Proposal(
        Currency currency,
        List<StoreQuote> quoted,
        List<NoQuote> unavailable,
        List<HandOff> handOff,
        ShortagePolicy shortage) {
    public Proposal {
        quoted = List.copyOf(quoted);
        unavailable = List.copyOf(unavailable);
        handOff = List.copyOf(handOff);
    }

    /** What all stores ask together. */
    public Money total() {
        return quoted.stream()
                .map(quote -> quote.quoted().total())
                .reduce(Money.zero(currency), Money::plus);
    }

    /** The most that may become of the total where stores do not have goods. */
    public Money ceiling() {
        return quoted.stream()
                .map(quote ->
                        switch (quote.merchant()) {
                            case THE_STORE -> shortage.ceiling(quote.quoted().total());
                            // no more than is paid before
                            case TRUECART -> quote.quoted().total();
                        })
                .reduce(Money.zero(currency), Money::plus);
    }

    /** What is paid to Truecart, for all the stores it pays. */
    public Money forTruecart() {
        return quoted.stream()
                .filter(quote -> quote.merchant() == MerchantOfRecord.TRUECART)
                .map(quote -> quote.quoted().total())
                .reduce(Money.zero(currency), Money::plus);
    }

    /** The stores that are paid by the shopper themselves. */
    public List<StoreQuote> paidAtStores() {
        return quoted.stream()
                .filter(quote -> quote.merchant() == MerchantOfRecord.THE_STORE)
                .toList();
    }

    /** What the plan promised for the same stores. */
    public Money promised() {
        return quoted.stream()
                .map(quote -> quote.promised().total())
                .reduce(Money.zero(currency), Money::plus);
    }

    /**
     * A digest over stores, lines, quantities, totals, who is paid and how, notices, and what is
     * done about goods that are not there: what consent is given to, and nothing else.
     */
    public String fingerprint() {
        StringBuilder text =
                new StringBuilder(currency.getCurrencyCode()).append(' ').append(shortage);
        for (StoreQuote quote : quoted) {
            text.append('\n')
                    .append(quote.store())
                    .append('=')
                    .append(quote.quoted().total().minor())
                    .append(' ')
                    .append(quote.paymentMethod().word())
                    .append(' ')
                    .append(quote.merchant());
            for (Notice notice : quote.notices()) {
                text.append('\n').append('!').append(notice.text());
            }
            for (Line line : quote.lines()) {
                text.append('\n').append(line.quantity()).append('x').append(line.upstreamId());
            }
        }
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * What a store wants read.
     *
     * @param about the product it is about, where it is about one
     * @param text in the store's words
     */
    public record Notice(Optional<Localized> about, String text) {}

    /**
     * One store's figures.
     *
     * @param merchant who is paid by the shopper for it
     * @param paymentMethod how the store is paid
     * @param promised what the plan predicted
     * @param refusedCodes codes the store did not take, with its reasons
     * @param notices what the store wants read before anything is agreed to, in its own words
     * @param until how long it holds the quote, where it says so
     * @param at when it gave it
     */
    public record StoreQuote(
            StoreId store,
            Localized name,
            DoubtClass doubt,
            MerchantOfRecord merchant,
            PaymentMethod paymentMethod,
            Amounts promised,
            Amounts quoted,
            List<Line> lines,
            List<Difference> differences,
            List<String> refusedCodes,
            List<Notice> notices,
            Optional<Instant> until,
            Instant at) {
        public StoreQuote {
            lines = List.copyOf(lines);
            differences = List.copyOf(differences);
            refusedCodes = List.copyOf(refusedCodes);
            notices = List.copyOf(notices);
        }

        /**
         * The total is as planned, and yet a line is not: the store divides its discounts
         * otherwise.
         */
        public boolean dividesOtherwise() {
            return differences.isEmpty()
                    && lines.stream().anyMatch(line -> !line.promised().equals(line.quoted()));
        }

        private boolean refuses(String code) {
            return refusedCodes.stream().anyMatch(refused -> codeOf(refused).equals(code));
        }
    }

    /**
     * The codes no store took, with the first store's reason: a code is for one store, so that the
     * others do not know it is no news.
     */
    public List<String> refusedEverywhere() {
        return quoted.stream()
                .limit(1)
                .flatMap(first -> first.refusedCodes().stream())
                .filter(refused ->
                        quoted.stream().allMatch(quote -> quote.refuses(codeOf(refused))))
                .toList();
    }

    private static String codeOf(String refused) {
        int colon = refused.indexOf(':');
        return colon < 0 ? refused : refused.substring(0, colon);
    }

    /**
     * One line, with what was promised and what is asked for all its units, shares of discounts on
     * the whole taken off.
     */
    public record Line(
            ProductId product,
            String upstreamId,
            Localized title,
            int quantity,
            Money promised,
            Money quoted) {}

    /** A store that does not sell these lines now. */
    public record NoQuote(StoreId store, Localized name, Money promised, List<String> reasons) {
        public NoQuote {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One reason why the quote is not the promise.
     *
     * @param subject the product, for {@link Kind#PRICE}
     */
    public record Difference(Kind kind, Optional<Localized> subject, Money promised, Money quoted) {

        /** What differs. */
        public enum Kind {
            /** The store asks another price for one unit. */
            PRICE,
            DISCOUNTS,
            DELIVERY,
            TAX,
            /** What is left: the store sums its lines in its own way. */
            GOODS
        }

        /** For the books. */
        String inEnglish() {
            return switch (kind) {
                case PRICE ->
                        "price of "
                                + subject.map(text -> text.in(Locale.ENGLISH)).orElse("?")
                                + " changed from "
                                + promised
                                + " to "
                                + quoted;
                case DISCOUNTS -> "discounts are " + quoted + ", the plan assumed " + promised;
                case DELIVERY -> "delivery is " + quoted + ", the plan assumed " + promised;
                case TAX -> "tax of " + quoted + " comes on top";
                case GOODS -> "goods come to " + quoted + ", the plan assumed " + promised;
            };
        }
    }
}
