package com.truecart.pricing;

import static com.truecart.pricing.Golden.cents;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff.Per;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Stacking;
import com.truecart.model.Trigger;
import java.util.Optional;
import java.util.Set;

/** The promotions of golden carts: amounts in cents, rates in percent, on all lines or some. */
final class Offers {

    private Offers() {}

    static Promotion percent(String ref, Stage stage, int percent, String... lines) {
        return offer(ref, stage, new Benefit.PercentOff(ppm(percent), Optional.empty()), lines);
    }

    static Promotion percentUpTo(String ref, Stage stage, int percent, long most, String... lines) {
        return offer(
                ref, stage, new Benefit.PercentOff(ppm(percent), Optional.of(cents(most))), lines);
    }

    /** Once, divided over the lines. */
    static Promotion off(String ref, Stage stage, long amount, String... lines) {
        return offer(ref, stage, new Benefit.AmountOff(cents(amount), Per.ORDER), lines);
    }

    static Promotion offEach(String ref, Stage stage, long amount, String... lines) {
        return offer(ref, stage, new Benefit.AmountOff(cents(amount), Per.UNIT), lines);
    }

    static Promotion offEachLine(String ref, Stage stage, long amount, String... lines) {
        return offer(ref, stage, new Benefit.AmountOff(cents(amount), Per.LINE), lines);
    }

    static Promotion freeDelivery(String ref) {
        return offer(ref, Stage.DELIVERY, new Benefit.DeliveryOff(ppm(100)));
    }

    static Promotion offer(String ref, Stage stage, Benefit benefit, String... lines) {
        Scope scope =
                lines.length == 0 ? new Scope.WholeStore() : new Scope.Listings(Set.of(lines));
        return Given.on(ref, stage, scope, new Trigger.Always(), benefit);
    }

    /** The same promotion from this spend on, in its own scope. */
    static Promotion fromSpend(long spend, Promotion of) {
        return when(new Trigger.MinSpend(cents(spend)), of);
    }

    /** The same promotion when the whole cart costs so much. */
    static Promotion fromCart(long spend, Promotion of) {
        Trigger least = new Trigger.MinSpend(cents(spend));
        return when(new Trigger.Within(new Scope.WholeStore(), least), of);
    }

    private static Promotion when(Trigger trigger, Promotion of) {
        Promotion copy = Given.on(of.ref(), of.stage(), of.scope(), trigger, of.benefit());
        return of.stacking().map(copy::with).orElse(copy);
    }

    static Promotion priority(int priority, Promotion of) {
        return of.with(Stacking.priority(priority));
    }

    /** Nothing that comes after it is looked at. */
    static Promotion last(int priority, Promotion of) {
        return of.with(new Stacking(priority, Optional.empty(), false, true, Optional.empty()));
    }

    static Promotion beside(Set<Stage> stages, Promotion of) {
        return of.with(new Stacking(0, Optional.empty(), false, false, Optional.of(stages)));
    }

    static long ppm(int percent) {
        return percent * 10_000L;
    }
}
