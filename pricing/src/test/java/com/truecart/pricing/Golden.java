package com.truecart.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.pricing.profile.EngineProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A cart and what a store's engine is known to ask for it, line by line, in cents. Lines are called
 * 1, 2, 3 in their order.
 */
final class Golden {

    /** What is to pay; no delivery where none was asked for. */
    record Asked(List<Long> lines, long goods, Optional<Long> delivery) {}

    private final String name;
    private final EngineProfile engine;
    private final List<CartLine> lines = new ArrayList<>();
    private final List<Promotion> promotions = new ArrayList<>();
    private Optional<DeliveryTerms> delivery = Optional.empty();
    private List<Long> pays = List.of();
    private long total;
    private Optional<Long> fee = Optional.empty();

    private Golden(String name, EngineProfile engine) {
        this.name = name;
        this.engine = engine;
    }

    static Golden cart(EngineProfile engine, String name, long... prices) {
        Golden golden = new Golden(name, engine);
        LongStream.of(prices).forEach(price -> golden.line(price, 1));
        return golden;
    }

    static Money cents(long amount) {
        return Money.of(amount, "HKD");
    }

    Golden line(long price, int units) {
        String id = String.valueOf(lines.size() + 1);
        lines.add(new CartLine(id, Given.offer(id, cents(price).major().toString()), units));
        return this;
    }

    Golden with(Promotion... some) {
        promotions.addAll(Arrays.asList(some));
        return this;
    }

    Golden delivered(long forFee) {
        delivery = Optional.of(new DeliveryTerms(cents(forFee), Optional.empty()));
        return this;
    }

    Golden delivered(long forFee, long freeFrom) {
        delivery = Optional.of(new DeliveryTerms(cents(forFee), Optional.of(cents(freeFrom))));
        return this;
    }

    /** What each line comes to. */
    Golden pays(long... each) {
        pays = LongStream.of(each).boxed().toList();
        return this;
    }

    /** What the goods come to. */
    Golden total(long goods) {
        total = goods;
        return this;
    }

    Golden fee(long toPay) {
        fee = Optional.of(toPay);
        return this;
    }

    StoreCart cart() {
        return new StoreCart(lines, promotions, delivery, engine);
    }

    void check() {
        assertThat(asked(Given.priced(cart()))).as(name).isEqualTo(new Asked(pays, total, fee));
    }

    static Asked asked(PricedCart cart) {
        return new Asked(
                cart.lines().stream().map(line -> line.payable().minor()).toList(),
                cart.goods().minor(),
                cart.delivery().map(Money::minor));
    }

    @Override
    public String toString() {
        return name;
    }
}
