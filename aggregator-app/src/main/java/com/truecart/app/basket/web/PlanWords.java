package com.truecart.app.basket.web;

import com.truecart.app.basket.ListWatch;
import com.truecart.app.basket.ProposedPlan.Assumed;
import com.truecart.app.web.Format;
import com.truecart.model.Money;
import com.truecart.pricing.NotApplied;
import com.truecart.pricing.PriceStep;
import com.truecart.pricing.Verdict;
import com.truecart.pricing.plan.Assumption;
import com.truecart.pricing.plan.MissingWant;
import com.truecart.pricing.plan.Proof;
import com.truecart.pricing.plan.TopUp;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in the reader's language what a plan is made of; templates call it as {@code @planWords}.
 */
@Component
public class PlanWords {
    private final MessageSource messages;
    private final Format format;

    PlanWords(MessageSource messages, Format format) {
        this.messages = messages;
        this.format = format;
    }

    /** The name of a price step; a promotion in the store's own words. */
    public String step(PriceStep step) {
        return step.promotion()
                .map(promotion -> format.text(promotion.label()))
                .orElseGet(() -> say("basket.step." + step.kind().name().toLowerCase(Locale.ROOT)));
    }

    /** An amount with its sign. */
    public String change(Money money) {
        return (money.isPositive() ? "+" : "") + format.money(money);
    }

    /** How sure it is that no plan costs less; empty where nothing was proven. */
    public String proof(Proof proof, Money total) {
        return switch (proof) {
            case Proof.Proven() -> say("basket.proof.proven");
            case Proof.Within(Money bound) ->
                    say("basket.proof.within", format.money(total.minus(bound)));
            case Proof.NoBound() -> "";
        };
    }

    /** When something arrives; empty where nobody says. */
    public String arrival(OptionalInt days) {
        return days.isEmpty() ? "" : say("basket.arrives", days.getAsInt());
    }

    /** What adding something does to what is paid. */
    public String adds(TopUp topUp) {
        return topUp.paysForItself()
                ? say(
                        "basket.addition.pays",
                        format.money(topUp.before()),
                        format.money(topUp.after()),
                        format.money(topUp.before().minus(topUp.after())))
                : say(
                        "basket.addition.adds",
                        format.money(topUp.added()),
                        format.money(topUp.alone()));
    }

    /** What is paid in the end where the thing is sent back. */
    public String ifSentBack(TopUp topUp) {
        return say(
                "basket.addition.returned",
                format.money(topUp.ifReturned()),
                format.money(topUp.ifClawedBack()));
    }

    /** What a watched list waits for. */
    public String watched(ListWatch watch) {
        StringBuilder words =
                new StringBuilder(
                        say(
                                "basket.watch.list",
                                watch.contents().wants().size(),
                                format.money(watch.below())));
        watch.wishes()
                .maxStores()
                .ifPresent(most -> words.append(say("basket.watch.stores", most)));
        watch.wishes()
                .arrivesWithinDays()
                .ifPresent(days -> words.append(say("basket.watch.days", days)));
        return words.toString();
    }

    /** What a watched list came to. */
    public String seen(ListWatch.Seen seen) {
        return seen.missing() == 0
                ? say("basket.watch.seen", format.money(seen.total()), seen.stores())
                : say("basket.watch.seenMissing", format.money(seen.total()), seen.missing());
    }

    public String missing(MissingWant.Why why) {
        return say("basket.missing." + why.name().toLowerCase(Locale.ROOT));
    }

    public String assumption(Assumed assumed) {
        return switch (assumed.assumption()) {
            case Assumption.DeliveryNotIncluded _ ->
                    say("basket.assumed.delivery", format.text(assumed.store()));
            case Assumption.BelowMinimum(var _, Money missing) ->
                    say(
                            "basket.assumed.too_small",
                            format.text(assumed.store()),
                            format.money(missing));
            case Assumption.AvailabilityNotStated _ ->
                    say(
                            "basket.assumed.stock",
                            format.text(assumed.store()),
                            assumed.about().stream()
                                    .map(format::text)
                                    .collect(Collectors.joining(", ")));
        };
    }

    /**
     * Whether a promotion left out is worth a word: what no answer and no further unit could change
     * is not, unless the store may lower its price by it all the same.
     */
    public boolean isReachable(NotApplied left) {
        return switch (left.verdict()) {
            case Verdict.Missed _, Verdict.Unknown _ -> true;
            case Verdict.Refused(Verdict.Flaw flaw, String _) -> flaw == Verdict.Flaw.NO_ORDER;
            case Verdict.Met _, Verdict.RuledOut _ -> false;
        };
    }

    /** What is missing for a promotion that is not in the price. */
    public String needs(NotApplied left) {
        return switch (left.verdict()) {
            case Verdict.Missed(Verdict.Shortfall.Spend(Money missing)) ->
                    say("basket.needs.spend", format.money(missing));
            case Verdict.Missed(Verdict.Shortfall.Units(int missing)) ->
                    say("basket.needs.units", missing);
            case Verdict.Missed(Verdict.Shortfall.Distinct(int missing)) ->
                    say("basket.needs.distinct", missing);
            case Verdict.Unknown(Verdict.Question question, String subject) ->
                    say("basket.needs." + question.name().toLowerCase(Locale.ROOT), subject);
            case Verdict.Refused(Verdict.Flaw flaw, String other) ->
                    flaw == Verdict.Flaw.NO_ORDER ? say("basket.needs.no_order", other) : "";
            case Verdict.Met _, Verdict.RuledOut _ -> "";
        };
    }

    /** Whether an address may be made a link: other schemes than the web's could run something. */
    public boolean isWebPage(Optional<URI> page) {
        return page.map(URI::getScheme)
                .filter(scheme -> scheme.equals("https") || scheme.equals("http"))
                .isPresent();
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
