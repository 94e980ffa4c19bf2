package com.truecart.payment.wechat;

import com.truecart.kit.PlainText;
import com.truecart.model.Money;
import com.truecart.payment.PaymentRefused;
import com.truecart.payment.PaymentRequest;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.State;
import com.truecart.payment.Standing.Step;
import com.truecart.payment.wechat.Calls.Outcome;
import com.truecart.spi.UpstreamException.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Orders a shopper pays by scanning a code ("Native"), of one merchant or of several: how they
 * begin, and how they are told of.
 *
 * @param find how an order stands by our reference; empty where there is none
 */
record NativeOrders(Calls calls, Clock clock, Function<String, Optional<Standing>> find) {

    /** WeChat Pay takes nothing else from shoppers on the mainland. */
    static final Currency CNY = Currency.getInstance("CNY");

    private static final int LONGEST_SUBJECT = 127;

    /**
     * Begins one; begun already, it is the same.
     *
     * @param order the request's body
     */
    Standing begin(PaymentRequest request, String path, Map<String, Object> order) {
        if (!request.until().isAfter(clock.instant())) {
            throw new PaymentRefused("too_late", "it could be paid until " + request.until());
        }
        if (!request.amount().currency().equals(CNY)) {
            throw new PaymentRefused("currency", "it takes CNY, not " + request.amount());
        }
        try {
            return switch (calls.post(path, order)) {
                case Outcome.Done done ->
                        standing(
                                request.reference(),
                                Optional.empty(),
                                new State.AwaitingShopper(
                                        new Step.Scan(done.whole().text("code_url"))),
                                Money.zero(CNY),
                                done.at());
                case Outcome.Not not -> over(request).orElseThrow(not::refused);
            };
        } catch (Refused notLetIn) {
            // an order that is paid is refused too, with a 403
            return over(request).orElseThrow(() -> notLetIn);
        }
    }

    /** What was begun before and is no longer to be begun. */
    private Optional<Standing> over(PaymentRequest request) {
        return find.apply(request.reference())
                .filter(found -> !(found.state() instanceof State.AwaitingShopper));
    }

    Standing known(String reference) {
        return find.apply(reference)
                .orElseThrow(() ->
                        new PaymentRefused("ORDER_NOT_EXIST", "there is no order " + reference));
    }

    static String subject(String words) {
        return PlainText.of(words, LONGEST_SUBJECT);
    }

    /** In the time of Beijing, to the second. */
    static String until(PaymentRequest request) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                request.until().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.ofHours(8)));
    }

    static Standing standing(
            String reference, Optional<String> id, State state, Money taken, Instant at) {
        return new Standing(
                reference,
                id,
                state,
                Money.zero(CNY),
                taken,
                Money.zero(CNY),
                Optional.empty(),
                at);
    }

    /** There is no hold for goods. */
    static UnsupportedOperationException takesAtOnce() {
        return new UnsupportedOperationException("WeChat Pay takes at once");
    }
}
