package com.truecart.pricing.plan;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff.Per;
import com.truecart.model.DeliveryTable;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Limits;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.plan.SpendCurve.Cut;
import com.truecart.pricing.plan.model.Slot;
import com.truecart.pricing.plan.model.Step;
import com.truecart.pricing.profile.EngineProfile.FreeDelivery;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongUnaryOperator;

/**
 * A store's prices as numbers, to the cent: possible where each line has a price of its own and all
 * else follows from what the lines come to. The pricing engine prices the lines and is asked again
 * where every piece of the curve begins.
 */
final class ExactNumbers {
    private final Store store;
    private final List<Option> options;
    private final Currency currency;
    private final Instant now;
    private final CartPricer pricer = new CartPricer();

    /** Of the store, on single lines. */
    private final List<Promotion> onLines = new ArrayList<>();

    private final Map<Stage, List<Saving>> onOrder = new HashMap<>();
    private final List<Promotion> onOrderStated = new ArrayList<>();
    private final List<Promotion> onDelivery = new ArrayList<>();

    ExactNumbers(Store store, List<Option> options, Instant now) {
        this.store = store;
        this.options = options;
        this.currency = options.getFirst().candidate().offer().unitPrice().currency();
        this.now = now;
    }

    /** The numbers; empty where they cannot be had to the cent. */
    Optional<StoreNumbers> numbers(List<Promotion> ofStore, Map<String, Set<Promotion>> ofOffers) {
        Optional<DeliveryTerms> terms = delivery();
        if (!Engines.isBySpend(store.profile())
                || terms.filter(ExactNumbers::goesByWeight).isPresent()
                || isAnyOfferTwice(ofOffers.keySet())
                || !ofOffers.values().stream()
                        .flatMap(Collection::stream)
                        .allMatch(ExactNumbers::isOfItsLine)) {
            return Optional.empty();
        }
        List<StoreNumbers.Line> lines = new ArrayList<>();
        for (Promotion promotion : ofStore) {
            if (isOnLines(promotion)) {
                onLines.add(promotion);
            }
        }
        long most = 1;
        for (Option option : options) {
            long price = alone(option);
            lines.add(new StoreNumbers.Line(price, price));
            most += price * (option.whole() ? 1 : option.units());
        }
        for (Promotion promotion : ofStore) {
            if (!onLines.contains(promotion) && !place(promotion, most)) {
                return Optional.empty();
            }
        }
        boolean looksBefore =
                store.profile().freeDelivery() == FreeDelivery.BEFORE_PROMOTIONS
                        && terms.isPresent()
                        && (!ofOffers.isEmpty() || !onLines.isEmpty());
        if (looksBefore) {
            return Optional.empty();
        }
        long fee = terms.map(DeliveryTerms::highestFee).map(Money::minor).orElse(0L);
        return curve(most, terms, fee)
                .filter(curve -> isWhatTheEngineSays(curve, fee))
                .map(curve -> new StoreNumbers(fee, lines, slots(curve), true));
    }

    private List<StoreNumbers.Slots> slots(SpendCurve curve) {
        List<Step> steps = curve.steps();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            all.add(i);
        }
        return steps.isEmpty() ? List.of() : List.of(new StoreNumbers.Slots(all, Slot.FREE, steps));
    }

    private static boolean goesByWeight(DeliveryTerms terms) {
        return terms.table()
                .filter(table -> table.measure() == DeliveryTable.Measure.GRAMS)
                .isPresent();
    }

    private Optional<DeliveryTerms> delivery() {
        return store.delivery().filter(terms -> terms.fee().currency().equals(currency));
    }

    /** Two wants that the same offer fulfils would fill its multi-buys together. */
    private boolean isAnyOfferTwice(Set<String> withPromotions) {
        Map<String, Integer> wantOf = new HashMap<>();
        for (Option option : options) {
            String offer = option.candidate().offer().upstreamId();
            Integer other = wantOf.putIfAbsent(offer, option.want());
            if (other != null && other != option.want() && withPromotions.contains(offer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfItsLine(Promotion promotion) {
        boolean isOnItems = promotion.stage() == Stage.ITEM || promotion.stage() == Stage.QUANTITY;
        return isPriceless(promotion.benefit())
                || (isOnItems
                        && promotion.scope() instanceof Scope.ThisOffer
                        && promotion.stacking().isEmpty()
                        && !isCounted(promotion)
                        && !promotion.trigger().contains(Trigger.Within.class)
                        && !looksElsewhere(promotion.benefit()));
    }

    /** Whether this lowers other things than the lines in the promotion's own scope. */
    static boolean looksElsewhere(Benefit benefit) {
        return benefit.otherScope().isPresent()
                || benefit instanceof Benefit.DeliveryOff
                || benefit instanceof Benefit.StoredValue
                || benefit instanceof Benefit.DepositBoost;
    }

    /** Whether so many units are left of it for all lines together. */
    private static boolean isCounted(Promotion promotion) {
        return promotion.limits().flatMap(Limits::left).isPresent();
    }

    private static boolean isPriceless(Benefit benefit) {
        return benefit instanceof Benefit.Gift
                || benefit instanceof Benefit.ValueBack
                || benefit instanceof Benefit.Unmodelled;
    }

    /** Whether this lowers each unit or line by itself, whatever else is bought. */
    static boolean isForEachUnit(Benefit benefit) {
        return (benefit instanceof Benefit.UnitPrice(var _, Optional<Integer> upTo)
                        && upTo.isEmpty())
                || (benefit instanceof Benefit.PercentOff(var _, Optional<Money> cap)
                        && cap.isEmpty())
                || (benefit instanceof Benefit.AmountOff(var _, Per per) && per != Per.ORDER);
    }

    private static boolean isOnLines(Promotion promotion) {
        OptionalLong asks = OrderSavings.leastSpend(promotion.trigger());
        return isForEachUnit(promotion.benefit())
                && (promotion.stage() == Stage.ITEM || promotion.stage() == Stage.QUANTITY)
                && promotion.stacking().isEmpty()
                && !isCounted(promotion)
                && asks.isPresent()
                && asks.getAsLong() == 0;
    }

    /** Puts a promotion where it is worked out; false where that is nowhere we can follow. */
    private boolean place(Promotion promotion, long mostSpend) {
        if (isPriceless(promotion.benefit())) {
            return true;
        }
        if (!(promotion.scope() instanceof Scope.WholeStore) || promotion.stacking().isPresent()) {
            return false;
        }
        if (promotion.benefit() instanceof Benefit.DeliveryOff) {
            onDelivery.add(promotion);
            return OrderSavings.leastSpend(promotion.trigger()).isPresent();
        }
        Stage stage = promotion.stage();
        if (stage != Stage.STORE_ORDER && stage != Stage.STORE_COUPON) {
            return false;
        }
        Optional<List<Saving>> savings = OrderSavings.of(promotion, mostSpend);
        savings.ifPresent(
                found -> onOrder.computeIfAbsent(stage, _ -> new ArrayList<>()).addAll(found));
        onOrderStated.add(promotion);
        return savings.isPresent();
    }

    /** What an option's line comes to by itself. */
    private long alone(Option option) {
        int units = option.whole() ? option.units() : 1;
        return pricer.price(
                        new StoreCart(
                                List.of(option.line("line", units)),
                                onLines,
                                Optional.empty(),
                                store.profile()),
                        store.shopper(),
                        now)
                .goods()
                .minor();
    }

    private Optional<SpendCurve> curve(long most, Optional<DeliveryTerms> terms, long fee) {
        SpendCurve flat = SpendCurve.flat(most);
        Optional<SpendCurve> ordered = after(flat, Stage.STORE_ORDER);
        Optional<SpendCurve> redeemed = ordered.flatMap(curve -> after(curve, Stage.STORE_COUPON));
        if (ordered.isEmpty() || redeemed.isEmpty() || terms.isEmpty()) {
            return redeemed;
        }
        SpendCurve last = redeemed.get();
        LongUnaryOperator looked =
                switch (store.profile().freeDelivery()) {
                    case BEFORE_PROMOTIONS -> LongUnaryOperator.identity();
                    case BEFORE_COUPONS -> ordered.get()::goods;
                    case AFTER_PROMOTIONS -> last::goods;
                };
        boolean ofSpend = Engines.looksAtSpend(store.profile(), Stage.DELIVERY);
        LongUnaryOperator spent = ofSpend ? LongUnaryOperator.identity() : last::goods;
        List<Cut> cuts = new ArrayList<>();
        terms.get().freeFrom().ifPresent(from -> cuts.add(new Cut(looked, from.minor())));
        terms.get()
                .table()
                .ifPresent(table ->
                        table.rows().forEach(row -> cuts.add(new Cut(looked, row.from()))));
        onDelivery.forEach(promotion -> cuts.add(new Cut(spent, least(promotion))));
        return Optional.of(
                last.withFee(
                        fee,
                        cuts,
                        spend -> {
                            Money goods = new Money(looked.applyAsLong(spend), currency);
                            long asked = terms.get().feeFor(goods).minor();
                            return asked - mostOffFee(spent.applyAsLong(spend), asked);
                        }));
    }

    private static long least(Promotion promotion) {
        return OrderSavings.leastSpend(promotion.trigger()).orElseThrow();
    }

    private long mostOffFee(long goods, long fee) {
        long most = 0;
        for (Promotion promotion : onDelivery) {
            if (least(promotion) <= goods
                    && promotion.benefit() instanceof Benefit.DeliveryOff(long rate, var cap)) {
                long share = new Money(fee, currency).share(rate, RoundingMode.HALF_UP).minor();
                most = Math.max(most, Math.min(share, cap.map(Money::minor).orElse(share)));
            }
        }
        return most;
    }

    private Optional<SpendCurve> after(SpendCurve curve, Stage stage) {
        return curve.best(
                onOrder.getOrDefault(stage, List.of()),
                Engines.looksAtSpend(store.profile(), stage),
                Engines.sharesSpend(store.profile(), stage),
                Engines.halfPpm(store.profile(), stage));
    }

    /** The engine's answer for one thing where each piece begins. */
    private boolean isWhatTheEngineSays(SpendCurve curve, long fee) {
        List<Promotion> promotions = new ArrayList<>(onOrderStated);
        promotions.addAll(onDelivery);
        for (Step piece : curve.pieces()) {
            long spend = Math.max(1, piece.from());
            if (engine(spend, promotions) != spend + fee - piece.offAt(spend)) {
                return false;
            }
        }
        return true;
    }

    private long engine(long spend, List<Promotion> promotions) {
        CartLine line = new CartLine("line", Applicable.thing(new Money(spend, currency)), 1);
        return pricer.price(
                        new StoreCart(List.of(line), promotions, delivery(), store.profile()),
                        store.shopper(),
                        now)
                .payable()
                .minor();
    }
}
