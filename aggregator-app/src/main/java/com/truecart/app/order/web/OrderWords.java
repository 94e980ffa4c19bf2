package com.truecart.app.order.web;

import com.truecart.app.order.OrderStatus;
import com.truecart.app.order.OrderView.Happening;
import com.truecart.app.order.OrderView.ParcelEvent;
import com.truecart.app.order.OrderView.Part;
import com.truecart.app.order.OwnReason;
import com.truecart.app.order.Shortage;
import com.truecart.app.order.ShortagePolicy;
import com.truecart.app.order.SubOrderState;
import com.truecart.app.order.SubOrderState.AwaitingBuyer;
import com.truecart.app.order.SubOrderState.Cancelled;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.Waiting;
import com.truecart.app.web.Format;
import com.truecart.model.Money;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in the reader's language where an order stands; templates call it as {@code @orderWords}.
 */
@Component
public class OrderWords {
    private final MessageSource messages;
    private final Format format;

    OrderWords(MessageSource messages, Format format) {
        this.messages = messages;
        this.format = format;
    }

    public String status(OrderStatus status) {
        return say("order.status." + status.name().toLowerCase(Locale.ROOT));
    }

    public String status(Part part) {
        return isCalledOffWithMoneyBack(part)
                ? say("order.status.refunded")
                : status(OrderStatus.word(part.subOrder().state()));
    }

    private static boolean isCalledOffWithMoneyBack(Part part) {
        return part.subOrder().state() instanceof Cancelled
                && part.subOrder().refunded().isPositive();
    }

    /** How much of what was charged came back; empty where nothing did. */
    public Optional<String> givenBack(Part part) {
        Money refunded = part.subOrder().refunded();
        return Optional.of(refunded)
                .filter(Money::isPositive)
                .map(money -> say("order.refunded", format.money(money)));
    }

    /** One sentence about what this means for the shopper. */
    public String meaning(Part part) {
        OrderStatus word = OrderStatus.word(part.subOrder().state());
        if (isCalledOffWithMoneyBack(part)) {
            boolean all = part.subOrder().charged().equals(Optional.of(part.subOrder().refunded()));
            return say(all ? "order.meaning.refunded.all" : "order.meaning.refunded.part");
        }
        boolean parked =
                part.subOrder().state() instanceof InDoubt doubt && doubt.parked().isPresent();
        return say("order.meaning." + (parked ? "parked" : word.name().toLowerCase(Locale.ROOT)));
    }

    /** The design system's badge for a status. */
    public String badge(OrderStatus status) {
        return switch (status) {
            case PLACED, ON_ITS_WAY, DELIVERED -> "badge-good";
            case PLACING -> "badge-plain";
            case AWAITING_PAYMENT, NEEDS_YOU, BEING_CONFIRMED, PARTLY_PLACED, PARTLY_DELIVERED ->
                    "badge-warn";
            case REFUSED, CANCELLED -> "badge-bad";
        };
    }

    public String badge(Part part) {
        return badge(OrderStatus.word(part.subOrder().state()));
    }

    /** What the state has to say beyond its name. */
    public StateWords words(Part part) {
        return StateWords.of(part.subOrder().state());
    }

    /** Where the shopper goes on; only an address of the web is made a link. */
    public Optional<URI> goOnAt(Part part) {
        SubOrderState state = part.subOrder().state();
        return state instanceof AwaitingBuyer(URI at, var _)
                        && ("https".equals(at.getScheme()) || "http".equals(at.getScheme()))
                ? Optional.of(at)
                : Optional.empty();
    }

    public String happening(String kind) {
        return say("order.event." + kind);
    }

    /**
     * The store's words, or ours to the shopper; addresses and technical causes stay in the record.
     */
    public String detail(Happening one) {
        return switch (one.kind()) {
            case "store_refused", "handed_to_person" -> reason(one.detail());
            case "store_has_it", "second_store_order", "gave_back" -> one.detail();
            default -> "";
        };
    }

    /** Ours in the reader's language, the store's as it said it. */
    public String reason(String recorded) {
        return OwnReason.of(recorded)
                .map(own -> say("order.own." + own.name().toLowerCase(Locale.ROOT)))
                .orElse(recorded);
    }

    /** What became of a parcel; usual words are translated, others are the store's. */
    public String parcelEvent(String stated) {
        String said =
                messages.getMessage(
                        "order.parcel." + stated.strip().toLowerCase(Locale.ROOT).replace(' ', '_'),
                        new Object[0],
                        stated,
                        LocaleContextHolder.getLocale());
        return said == null ? stated : said;
    }

    /** What a carrier said: the stage in the reader's language, then its own words. */
    public String scan(ParcelEvent event) {
        String stage = say("order.stage." + event.kind());
        return event.text().isBlank() ? stage : stage + ": " + event.text();
    }

    /**
     * How the waiting stands.
     *
     * @param wrong whether something is
     */
    public record WaitingWords(String text, boolean wrong) {}

    /** How the waiting for a part stands, in words. */
    public WaitingWords waiting(Waiting waiting) {
        return switch (waiting) {
            case Waiting.Late late ->
                    new WaitingWords(say("order.waiting.late", format.date(late.promised())), true);
            case Waiting.Stuck stuck ->
                    new WaitingWords(
                            say("order.waiting.stuck", format.date(stuck.lastHeard())), true);
            case Waiting.Expected expected ->
                    new WaitingWords(
                            say("order.waiting.expected", format.date(expected.promised())), false);
        };
    }

    /** What is done where a store turns out not to have goods. */
    public String policy(ShortagePolicy policy) {
        return switch (policy.choice()) {
            case WAIT -> say("order.shortage.wait", policy.days());
            case REPLACE ->
                    policy.percent() == 0
                            ? say("order.shortage.replace")
                            : say("order.shortage.replace.dearer", policy.percent());
            case CANCEL -> say("order.shortage.cancel");
        };
    }

    /**
     * What becomes of the goods of a part that was not placed, and what at its deadline; empty
     * where there is nothing to say.
     */
    public Optional<String> goods(Part part, Optional<ShortagePolicy> policy) {
        return part.shortage()
                .filter(_ -> part.canBePlannedAgain())
                .flatMap(shortage ->
                        switch (shortage.step()) {
                            case ACTING ->
                                    policy.filter(one -> one.choice() == ShortagePolicy.Choice.WAIT)
                                            .map(_ -> until("order.shortage.waiting", shortage));
                            case ASKING -> Optional.of(until("order.shortage.asking", shortage));
                            case CANCELLED -> Optional.of(say(leftOut(shortage, policy)));
                            case REPLACED -> Optional.of(say("order.shortage.replaced"));
                            case TRIED_AGAIN -> Optional.of(say("order.shortage.triedAgain"));
                            case DECIDED -> Optional.empty();
                        });
    }

    private static String leftOut(Shortage shortage, Optional<ShortagePolicy> policy) {
        return policy.filter(_ -> shortage.isShort())
                .map(one ->
                        switch (one.choice()) {
                            case CANCEL -> "order.shortage.cancelled";
                            case WAIT -> "order.shortage.notAgain";
                            case REPLACE -> "order.shortage.leftOut";
                        })
                .orElse("order.shortage.leftOut");
    }

    private String until(String key, Shortage shortage) {
        return say(key, format.dateTime(shortage.until()));
    }

    public String between(String kind) {
        return say("order.between." + kind);
    }

    /** Whether an address may be made a link. */
    public boolean isWebPage(Optional<URI> page) {
        return page.map(URI::getScheme)
                .filter(scheme -> scheme.equals("https") || scheme.equals("http"))
                .isPresent();
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
