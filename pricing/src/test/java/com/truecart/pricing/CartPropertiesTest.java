package com.truecart.pricing;

import static com.truecart.pricing.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What must be true of every cart, tried on three thousand drawn ones each. */
class CartPropertiesTest {

    private static final int ROUNDS = Rounds.of(3_000);

    private final CartPricer pricer = new CartPricer();

    @Test
    void noTotalIsNegativeNorAboveThePriceWithoutPromotions() {
        Drawn drawn = new Drawn(1);
        int lowered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StoreCart cart = drawn.cart();
            PricedCart priced = pricer.price(cart, drawn.shopper(), NOW);
            Money asked =
                    priced.lines().stream()
                            .map(PricedLine::before)
                            .reduce(Money::plus)
                            .orElseThrow();
            assertThat(priced.payable().isNegative()).isFalse();
            assertThat(priced.goods()).isBetween(Money.zero(asked.currency()), asked);
            lowered += priced.goods().compareTo(asked) < 0 ? 1 : 0;
        }
        assertThat(lowered).as("the draw must exercise promotions").isGreaterThan(ROUNDS / 2);
    }

    @Test
    void eachPromotionTakesOffTheLinesExactlyWhatItsStepSays() {
        Drawn drawn = new Drawn(2);
        for (int round = 0; round < ROUNDS; round++) {
            StoreCart cart =
                    new StoreCart(
                            drawn.cart().lines(),
                            List.of(
                                    drawn.promotion(Stage.STORE_ORDER, drawn.scope()),
                                    drawn.promotion(Stage.STORE_COUPON, drawn.scope())),
                            Optional.empty());
            PricedCart priced = pricer.price(cart, drawn.shopper(), NOW);
            Map<Promotion, Money> ofLines =
                    priced.lines().stream()
                            .flatMap(line -> line.savings().stream())
                            .collect(
                                    Collectors.toMap(
                                            PricedLine.Saving::promotion,
                                            PricedLine.Saving::amount,
                                            Money::plus));
            Map<Promotion, Money> ofSteps =
                    priced.steps().stream()
                            .filter(step -> step.promotion().isPresent())
                            .collect(
                                    Collectors.toMap(
                                            step -> step.promotion().orElseThrow(),
                                            step -> step.change().negated()));
            assertThat(ofLines).isEqualTo(ofSteps);
            assertThat(priced.lines()).noneMatch(line -> line.payable().isNegative());
        }
    }

    @Test
    void everyPromotionIsEitherAppliedOrShownWithAReason() {
        Drawn drawn = new Drawn(3);
        for (int round = 0; round < ROUNDS; round++) {
            StoreCart cart = drawn.cart();
            PricedCart priced = pricer.price(cart, drawn.shopper(), NOW);
            List<Promotion> stated = new ArrayList<>(cart.storePromotions());
            cart.lines().forEach(line -> stated.addAll(line.offer().promotions()));
            assertThat(Given.told(priced)).doesNotHaveDuplicates().hasSameElementsAs(stated);
        }
    }

    @Test
    void theOrderOfLinesAndPromotionsChangesNothing() {
        Drawn drawn = new Drawn(4);
        for (int round = 0; round < ROUNDS; round++) {
            StoreCart cart = drawn.cart();
            Shopper shopper = drawn.shopper();
            List<CartLine> lines = new ArrayList<>(cart.lines());
            Collections.shuffle(lines, drawn.random());
            List<Promotion> promotions = new ArrayList<>(cart.storePromotions());
            Collections.shuffle(promotions, drawn.random());
            PricedCart one = pricer.price(cart, shopper, NOW);
            PricedCart other =
                    pricer.price(new StoreCart(lines, promotions, cart.delivery()), shopper, NOW);
            assertThat(other.lines()).containsExactlyInAnyOrderElementsOf(one.lines());
            assertThat(other.steps()).isEqualTo(one.steps());
            assertThat(other.notApplied()).isEqualTo(one.notApplied());
            assertThat(other.payable()).isEqualTo(one.payable());
        }
    }

    @Test
    void withinOneStageOnePromotionMoreNeverRaisesThePrice() {
        Drawn drawn = new Drawn(5);
        for (int round = 0; round < ROUNDS; round++) {
            Stage stage = drawn.goodsStage();
            List<Promotion> own = new ArrayList<>();
            for (int p = drawn.random().nextInt(3); p >= 0; p--) {
                // on the offer itself: what is given once over several offers moves to a later
                // stage
                own.add(onlyIn(stage, drawn, new Scope.ThisOffer()));
            }
            OfferTerms fewer = drawn.offer("offer0", own.subList(1, own.size()));
            OfferTerms more =
                    new OfferTerms(
                            fewer.upstreamId(),
                            fewer.brand(),
                            fewer.category(),
                            fewer.unitPrice(),
                            fewer.listPrice(),
                            own,
                            fewer.article());
            Shopper shopper = drawn.shopper();
            int quantity = 1 + drawn.random().nextInt(7);
            assertThat(goods(more, quantity, shopper))
                    .as(quantity + " x " + more)
                    .isLessThanOrEqualTo(goods(fewer, quantity, shopper));
        }
    }

    @Test
    void oneMultiBuyOverTheStoreMoreNeverRaisesThePrice() {
        Drawn drawn = new Drawn(6);
        for (int round = 0; round < ROUNDS; round++) {
            List<OfferTerms> offers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                offers.add(
                        drawn.offer(
                                "offer" + i,
                                List.of(onlyIn(Stage.QUANTITY, drawn, new Scope.ThisOffer()))));
            }
            List<CartLine> lines = drawn.lines(offers);
            List<Promotion> wide =
                    List.of(
                            onlyIn(Stage.QUANTITY, drawn, drawn.scope()),
                            onlyIn(Stage.QUANTITY, drawn, drawn.scope()));
            Shopper shopper = drawn.shopper();
            Money fewer =
                    pricer.price(
                                    new StoreCart(lines, wide.subList(0, 1), Optional.empty()),
                                    shopper,
                                    NOW)
                            .payable();
            Money more =
                    pricer.price(new StoreCart(lines, wide, Optional.empty()), shopper, NOW)
                            .payable();
            assertThat(more).isLessThanOrEqualTo(fewer);
        }
    }

    @Test
    void aLineSplitInTwoCostsTheSame() {
        Drawn drawn = new Drawn(7);
        for (int round = 0; round < ROUNDS; round++) {
            OfferTerms offer =
                    drawn.offer(
                            "offer0",
                            List.of(
                                    onlyIn(Stage.ITEM, drawn, new Scope.ThisOffer()),
                                    onlyIn(Stage.QUANTITY, drawn, new Scope.ThisOffer())));
            Shopper shopper = drawn.shopper();
            StoreCart split =
                    new StoreCart(
                            List.of(new CartLine("x", offer, 2), new CartLine("y", offer, 3)),
                            List.of(),
                            Optional.empty());
            assertThat(pricer.price(split, shopper, NOW).payable())
                    .isEqualTo(goods(offer, 5, shopper));
        }
    }

    private Money goods(OfferTerms offer, int quantity, Shopper shopper) {
        return new OfferPricer()
                .price(offer, quantity, List.of(), Optional.empty(), shopper, NOW)
                .payable();
    }

    /** A drawn promotion that is worked out in this very stage. */
    private static Promotion onlyIn(Stage stage, Drawn drawn, Scope scope) {
        while (true) {
            Promotion promotion = drawn.plain(stage, scope);
            Benefit benefit = promotion.benefit();
            boolean isElsewhere =
                    benefit instanceof Benefit.StoredValue
                            || benefit instanceof Benefit.DepositBoost
                            || benefit instanceof Benefit.DeliveryOff;
            boolean needsSeveral =
                    UnitMath.unitsNeeded(benefit) > 1 || benefit.otherScope().isPresent();
            if (!isElsewhere && (stage != Stage.ITEM || !needsSeveral)) {
                return promotion;
            }
        }
    }
}
