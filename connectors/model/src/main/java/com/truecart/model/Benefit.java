package com.truecart.model;

import static com.truecart.model.Sound.requireAtLeast;
import static com.truecart.model.Sound.requireNotNegative;
import static com.truecart.model.Sound.requirePositive;
import static com.truecart.model.Sound.requireRate;
import static com.truecart.model.Sound.requireTimes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a promotion gives. Rates are parts per million of the base ({@link Money#PPM} is
 * everything), so 12.5 % is 125,000. Amounts are never negative; a rate is above nothing and at
 * most everything; whatever is not is refused with the name of the field.
 *
 * <p>The set is closed on purpose: a new kind breaks every switch that has not thought about it.
 * Each kind names the interface or habit it was taken from; the examples are tests.
 */
public sealed interface Benefit {

    /**
     * Each unit in scope costs this instead (sale price, 会员价, 拼团价), up to a number of units where
     * one is stated (限购). Dearest units first. Three at 40.00, "25.00, at most 2 each": 25.00 +
     * 25.00 + 40.00 = 90.00. Source: Google promotions feed, {@code promotion_price}.
     */
    record UnitPrice(Money price, Optional<Integer> upToUnits) implements Benefit {
        public UnitPrice {
            requireNotNegative(price, "price");
            requireTimes(upToUnits, "upToUnits");
        }
    }

    /**
     * A share off the lines in scope, not more than the cap. "20 % off, at most 50.00" on 300.00:
     * 60.00 is cut to 50.00, 250.00 remain. Source: Medusa {@code max_amount}, Solidus {@code
     * PercentWithCap}.
     */
    record PercentOff(long ratePpm, Optional<Money> cap) implements Benefit {
        public PercentOff {
            requireRate(ratePpm);
            requireNotNegative(cap, "cap");
        }
    }

    /**
     * An amount off, for each unit in scope, once for each line in scope, or once for the order;
     * never below nothing. "5.00 off each" on three at 4.00: 0.00. Source: Google promotions feed,
     * {@code money_off_amount}; Vendure {@code order_line_fixed_discount} for the line.
     */
    record AmountOff(Money amount, Per per) implements Benefit {
        public AmountOff {
            requireNotNegative(amount, "amount");
        }

        /** What the amount is taken from. */
        public enum Per {
            UNIT,
            LINE,
            ORDER
        }
    }

    /**
     * Steps of which only the highest reached counts (阶梯满减, 满折). "200 减 20, 500 减 80" on 520.00:
     * 80.00 off; "2件9折, 3件8折" on three at 50.00: 20 % of 150.00 off. Steps ascend by what must be
     * reached, and all count the same thing. Source: Solidus {@code TieredFlatRate}; Taobao 满减/满折
     * (dated profile).
     */
    record Ladder(List<Rung> rungs) implements Benefit {
        public Ladder {
            if (rungs.isEmpty()) {
                throw new IllegalArgumentException("rungs: at least one is needed");
            }
            rungs = List.copyOf(rungs);
            for (int i = 1; i < rungs.size(); i++) {
                if (!rungs.get(i).reach().isAbove(rungs.get(i - 1).reach())) {
                    throw new IllegalArgumentException(
                            "rungs: must ascend and count one thing, but "
                                    + rungs.get(i).reach()
                                    + " follows "
                                    + rungs.get(i - 1).reach());
                }
            }
        }

        /** From here on, so much off. */
        public record Rung(Reach reach, Reward reward) {}
    }

    /**
     * Every full {@code every} spent takes {@code off} off, at most {@code maxTimes} times where
     * stated (每满减). "每满200减30, 上限120" on 1,050.00: five times 30.00 is cut to four times, 120.00.
     * Source: Taobao 跨店每满减.
     */
    record StepOff(Money every, Money off, Optional<Integer> maxTimes) implements Benefit {
        public StepOff {
            requirePositive(every, "every");
            requireNotNegative(off, "off");
            requireTimes(maxTimes, "maxTimes");
        }
    }

    /**
     * Every {@code n}-th unit of the same offer costs less by the rate (第二件半价 is n = 2, half a
     * million ppm). Five at 10.00: two second units at 5.00, 40.00 in all. Source: Watsons via
     * Online Price Watch, "2nd 50% off".
     */
    record NthUnit(int n, long ratePpm) implements Benefit {
        public NthUnit {
            requireAtLeast(2, n, "n");
            requireRate(ratePpm);
        }
    }

    /**
     * Every {@code n}-th unit of the same offer costs this price. "Buy second for 1.00" on two at
     * 15.00: 16.00. Source: PARKnSHOP via Online Price Watch.
     */
    record NthUnitPrice(int n, Money price) implements Benefit {
        public NthUnitPrice {
            requireAtLeast(2, n, "n");
            requireNotNegative(price, "price");
        }
    }

    /**
     * Each full group of this many units in scope costs this in all (N元任选M件). "2 for 36.00" on
     * three at 20.00: 36.00 + 20.00 = 56.00. Source: Wellcome via Online Price Watch, "Buy 2 at".
     */
    record BundlePrice(int units, Money price) implements Benefit {
        public BundlePrice {
            requireAtLeast(2, units, "units");
            requireNotNegative(price, "price");
        }
    }

    /**
     * Each full group of this many units in scope costs less by this amount. "Buy 2 to save 4.00"
     * on five at 10.00: 42.00. Source: Wellcome via Online Price Watch.
     */
    record BundleSave(int units, Money off) implements Benefit {
        public BundleSave {
            requireAtLeast(2, units, "units");
            requireNotNegative(off, "off");
        }
    }

    /**
     * These listings together cost this in all (套装), each in its number of units. A cup at 30.00
     * and two spoons at 8.00 as a set for 40.00: 6.00 off. Source: reference kind BundlePrice "set
     * of SKUs".
     *
     * @param units by the listing's upstream id
     */
    record SetPrice(Map<String, Integer> units, Money price) implements Benefit {
        public SetPrice {
            requireAtLeast(1, units.size(), "units");
            units.forEach((id, count) -> requireAtLeast(1, count, "units of " + id));
            units = Map.copyOf(new TreeMap<>(units));
            requireNotNegative(price, "price");
        }
    }

    /**
     * From this many units on, a share off all units in scope. "2 or more 10 % off" on three at
     * 10.00: 27.00. Source: Mannings via Online Price Watch.
     */
    record QuantityPercent(int fromUnits, long ratePpm) implements Benefit {
        public QuantityPercent {
            requireAtLeast(2, fromUnits, "fromUnits");
            requireRate(ratePpm);
        }
    }

    /**
     * Of each full group of {@code buy + get} units in scope, {@code get} cost less by the rate
     * (买二送一 with a million ppm). Buy 2 get the cheapest free on 30.00, 20.00 and 10.00: 50.00;
     * "free the most expensive one": 30.00. Source: Google promotions feed, {@code
     * buy_m_get_percent_off}; Watsons for the dearest.
     *
     * @param discounted which units of the group are lowered
     * @param maxTimes how many groups at most
     */
    record BuyXGetY(int buy, int get, long ratePpm, Pick discounted, Optional<Integer> maxTimes)
            implements Benefit {
        public BuyXGetY {
            requireAtLeast(1, buy, "buy");
            requireAtLeast(1, get, "get");
            requireRate(ratePpm);
            requireTimes(maxTimes, "maxTimes");
        }

        /** As often as there are full groups. */
        public BuyXGetY(int buy, int get, long ratePpm, Pick discounted) {
            this(buy, get, ratePpm, discounted, Optional.empty());
        }

        /** Which units are lowered where prices differ. */
        public enum Pick {
            CHEAPEST,
            DEAREST
        }
    }

    /**
     * For each {@code buy} units in the promotion's scope, {@code get} units of another scope cost
     * less by the rate; the cheapest of them first. Two pizzas at 60.00, then one drink free, with
     * two drinks at 9.00 and 12.00 in the cart: 9.00 off. Source: Vendure {@code buy_x_get_y_free},
     * Shopify BXGY.
     *
     * @param that what is lowered
     * @param maxTimes how often at most
     * @param selfUse whether a unit that counts as bought may be lowered too (Vendure), else never
     */
    record BuyThisGetThat(
            int buy, Scope that, int get, long ratePpm, Optional<Integer> maxTimes, boolean selfUse)
            implements Benefit {
        public BuyThisGetThat {
            requireAtLeast(1, buy, "buy");
            requireAtLeast(1, get, "get");
            requireRate(ratePpm);
            requireTimes(maxTimes, "maxTimes");
        }
    }

    /**
     * When the trigger holds, up to {@code most} units of the add-ons cost this price (加价购). Spend
     * 99.00, a bowl of 29.00 for 9.90: 19.10 off where the bowl is in the cart. Source: Taobao 加价购,
     * Shopify add-on.
     */
    record AddOnPrice(Scope addOns, Money price, int most) implements Benefit {
        public AddOnPrice {
            requireNotNegative(price, "price");
            requireAtLeast(1, most, "most");
        }
    }

    /**
     * Something is added for nothing (买赠); its declared value is shown apart and never lowers the
     * price. A mug worth 49.00 with two tins at 60.00: 120.00 to pay. Source: Google promotions
     * feed, {@code free_gift}.
     */
    record Gift(String description, Optional<Money> declaredValue) implements Benefit {
        public Gift {
            requireNotNegative(declaredValue, "declaredValue");
        }
    }

    /**
     * A share off the delivery fee (包邮 is a million ppm), not more than the cap. "Half the
     * delivery, at most 10.00" on a fee of 30.00: 20.00. Source: Google promotions feed, {@code
     * free_shipping_standard}; Vendure {@code free_shipping}.
     */
    record DeliveryOff(long ratePpm, Optional<Money> cap) implements Benefit {
        public DeliveryOff {
            requireRate(ratePpm);
            requireNotNegative(cap, "cap");
        }

        /** Without a cap. */
        public DeliveryOff(long ratePpm) {
            this(ratePpm, Optional.empty());
        }
    }

    /**
     * A deposit paid early counts for more against the balance (定金膨胀). Deposit 50.00 counts as
     * 100.00 on 399.00: 50.00 now and 299.00 later, 349.00 in all. One stated on an offer is paid
     * for each unit; two coats come to 698.00. Source: Taobao tbk {@code presale_deposit}.
     */
    record DepositBoost(Money deposit, Money countsAs) implements Benefit {
        public DepositBoost {
            requirePositive(deposit, "deposit");
            if (countsAs.compareTo(deposit) < 0) {
                throw new IllegalArgumentException(
                        "countsAs: " + countsAs + " is below the deposit " + deposit);
            }
        }
    }

    /**
     * Value the shopper holds and may pay with: red packet, allowance, points (红包, 津贴, 京豆). It
     * covers at most a share of what is left, in whole steps. 1,000 beans worth 10.00, at most half
     * of 15.00, steps of 1.00: 7.00 off. Source: JD 京豆 rules (dated profile).
     */
    record StoredValue(Money value, long mostSharePpm, Money step) implements Benefit {
        public StoredValue {
            requireNotNegative(value, "value");
            requireRate(mostSharePpm);
            requirePositive(step, "step");
        }
    }

    /**
     * Something comes back after the purchase: shown beside the price, never inside it. "5 % cash
     * back, at most 20.00" on 300.00: 300.00 to pay, 15.00 back. Source: reference section 8,
     * "value after purchase".
     */
    record ValueBack(Form form, Reward reward, Optional<Money> cap) implements Benefit {
        public ValueBack {
            requireNotNegative(cap, "cap");
        }

        /** In which form it comes back. */
        public enum Form {
            POINTS,
            CASH_BACK,
            COUPON
        }
    }

    /** Words we understand not at all, or not surely: shown, never priced, never dropped. */
    record Unmodelled(String text) implements Benefit {}

    /** Another selection of lines this names, besides the promotion's scope. */
    default Optional<Scope> otherScope() {
        return switch (this) {
            case BuyThisGetThat(int _, Scope that, int _, long _, var _, boolean _) ->
                    Optional.of(that);
            case AddOnPrice(Scope addOns, var _, int _) -> Optional.of(addOns);
            case SetPrice(var units, var _) -> Optional.of(new Scope.Listings(units.keySet()));
            case UnitPrice _,
                    PercentOff _,
                    AmountOff _,
                    Ladder _,
                    StepOff _,
                    NthUnit _,
                    NthUnitPrice _,
                    BundlePrice _,
                    BundleSave _,
                    QuantityPercent _,
                    BuyXGetY _,
                    Gift _,
                    DeliveryOff _,
                    DepositBoost _,
                    StoredValue _,
                    ValueBack _,
                    Unmodelled _ ->
                    Optional.empty();
        };
    }
}
