package com.truecart.app.basket;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.basket.BasketContents.Instead;
import com.truecart.app.basket.BasketContents.Wanted;
import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.PriceObservation;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import com.truecart.app.connection.WaysOfPaying;
import com.truecart.app.connection.Witness;
import com.truecart.model.Availability;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.ItemCondition;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.OrderTerms;
import com.truecart.model.Promotion;
import com.truecart.pricing.plan.Assumption;
import com.truecart.pricing.plan.BasketPlanner;
import com.truecart.pricing.plan.PurchasePlan.Strategy;
import com.truecart.spi.Budget;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * One product, at a web shop for 10.00 plus 30.00 delivery, and at a price watch for 8.00 without
 * stated delivery.
 */
class BasketPlansTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final ProductId SAUCE = new ProductId(UUID.randomUUID());
    private static final ProductId UNSOLD = new ProductId(UUID.randomUUID());
    private final BasketPlans plans =
            new BasketPlans(
                    new PlanFactsReader(
                            new OneProduct(),
                            new TwoConnections(),
                            new WaysOfPaying(new TwoConnections())),
                    new PlanAdvice((_, _, _, _) -> List.of(tissues())),
                    new BasketPlanner());

    @Test
    void onlyOrderableStoresAreUsedWhereAskedFor() {
        ProposedPlan plan = plan(true);

        assertThat(plan.total()).isEqualTo(Money.of(50_00, "HKD"));
        assertThat(plan.orderable()).hasSize(1);
        assertThat(plan.handOff()).isEmpty();
        assertThat(plan.assumptions()).isEmpty();
    }

    @Test
    void aStoreThatTakesNoOrdersBecomesAHandOffWhoseDeliveryIsSaidToBeUnknown() {
        ProposedPlan plan = plan(false);

        assertThat(plan.total()).isEqualTo(Money.of(16_00, "HKD"));
        assertThat(plan.orderable()).isEmpty();
        assertThat(plan.handOff().getFirst().lines().getFirst().offer().seenAt()).isEqualTo(NOW);
        assertThat(plan.assumptions().getFirst().assumption())
                .isInstanceOf(Assumption.DeliveryNotIncluded.class);
    }

    @Test
    void anEmptyBasketHasNoPlans() {
        assertThat(
                        plans.plans(
                                        new PlanQuestion(
                                                new BasketContents(List.of(), Set.of()), true),
                                        NOW)
                                .plans())
                .isEmpty();
    }

    @Test
    void aStoreTheShopperDoesNotWantIsNotBoughtFrom() {
        PlanWishes noWatch = PlanWishes.NONE.without(Set.of(new StoreId("watch", "s")));
        ProposedPlan plan =
                plans.plan(two(), new PlanChoice(Strategy.CHEAPEST, false, noWatch), NOW)
                        .orElseThrow();

        assertThat(plan.parts())
                .extracting(part -> part.store().connectionId())
                .containsExactly("shop");
    }

    @Test
    void storesThatDoNotSayWhenTheyDeliverAreLeftOutWhereThatIsAskedFor() {
        PlanWishes soon =
                new PlanWishes(
                        OptionalInt.empty(), OptionalInt.of(2), Set.of(), false, PlanWishes.USUAL);
        ProposedPlan plan =
                plans.plan(two(), new PlanChoice(Strategy.CHEAPEST, false, soon), NOW)
                        .orElseThrow();

        assertThat(plan.parts())
                .extracting(part -> part.store().connectionId())
                .containsExactly("shop");
        assertThat(plan.arrivesWithinDays()).hasValue(2);
    }

    @Test
    void aSubstituteIsBoughtInsteadWithinItsTolerance() {
        Wanted vinegar =
                new Wanted(
                        UNSOLD, 1, Optional.empty(), Optional.of(new Instead(List.of(SAUCE), 0)));
        ProposedPlan plan =
                plans.plan(
                                new BasketContents(List.of(vinegar), Set.of()),
                                new PlanChoice(Strategy.CHEAPEST, false, PlanWishes.NONE),
                                NOW)
                        .orElseThrow();

        assertThat(plan.parts().getFirst().lines().getFirst().isInstead()).isTrue();
        assertThat(plan.missing()).isEmpty();
    }

    @Test
    void whatWouldReachFreeDeliveryIsAdvisedWithTheMoneyItTakes() {
        PlansForBasket basket = plans.plans(new PlanQuestion(two(), true), NOW);
        PlanReasons.Addition addition = basket.reasons().orElseThrow().additions().getFirst();

        assertThat(addition.topUp().before()).isEqualTo(Money.of(50_00, "HKD"));
        assertThat(addition.topUp().after()).isEqualTo(Money.of(26_00, "HKD"));
    }

    @Test
    void whatWasPassedOverIsSaid() {
        PlansForBasket basket = plans.plans(new PlanQuestion(two(), false), NOW);

        assertThat(basket.reasons().orElseThrow().elsewhere())
                .containsExactly(
                        new PlanReasons.Elsewhere(
                                Localized.of("en", "Soy sauce"),
                                Localized.of(Localized.UNSTATED, "shop/s"),
                                Money.of(34_00, "HKD")));
    }

    private static BasketContents two() {
        return new BasketContents(List.of(new Wanted(SAUCE, 2)), Set.of());
    }

    private static OfferFacts tissues() {
        return OneProduct.offer(3, "shop", 6_00);
    }

    private ProposedPlan plan(boolean onlyOrderable) {
        BasketContents two = new BasketContents(List.of(new Wanted(SAUCE, 2)), Set.of());
        return plans.plans(new PlanQuestion(two, onlyOrderable), NOW)
                .plan(Strategy.CHEAPEST_PER_WANT)
                .orElseThrow();
    }

    private static final class OneProduct implements Catalog {
        @Override
        public List<ProductFacts> products(Collection<ProductId> ids) {
            return List.of(
                            product(
                                    SAUCE,
                                    "Soy sauce",
                                    List.of(offer(1, "shop", 10_00), offer(2, "watch", 8_00))),
                            product(UNSOLD, "Vinegar", List.of()))
                    .stream()
                    .filter(product -> ids.contains(product.id()))
                    .toList();
        }

        private static ProductFacts product(ProductId id, String title, List<OfferFacts> offers) {
            return new ProductFacts(
                    id,
                    Localized.of("en", title),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    OptionalInt.empty(),
                    offers);
        }

        private static OfferFacts offer(long id, String connection, long price) {
            return new OfferFacts(
                    id,
                    SAUCE,
                    new StoreId(connection, "s"),
                    "sku" + id,
                    Localized.of("en", "Soy sauce"),
                    Optional.empty(),
                    List.of(),
                    Money.of(price, "HKD"),
                    Optional.empty(),
                    Availability.IN_STOCK,
                    ItemCondition.NEW,
                    List.of(),
                    Optional.empty(),
                    NOW);
        }

        @Override
        public Map<String, Instant> completeAsOf() {
            return Map.of();
        }

        @Override
        public Map<StoreId, Localized> stores() {
            return Map.of();
        }

        @Override
        public Map<String, List<Promotion>> storePromotions(Collection<String> connectionIds) {
            return Map.of();
        }

        @Override
        public List<PriceObservation> history(ProductId id, Instant since) {
            return List.of();
        }

        @Override
        public void observe(PriceObservation seen) {
            throw new UnsupportedOperationException("a plan observes nothing");
        }
    }

    private static final class TwoConnections implements Connections {
        @Override
        public List<Connection> all() {
            return List.of(
                    connection(
                            "shop",
                            Optional.of(
                                    new DeliveryTerms(
                                            Money.of(30_00, "HKD"),
                                            Optional.of(Money.of(26_00, "HKD")))),
                            OrderTerms.NONE.within(2)),
                    connection("watch", Optional.empty(), OrderTerms.NONE));
        }

        private static Connection connection(
                String id, Optional<DeliveryTerms> delivery, OrderTerms orders) {
            return new Connection(
                    id,
                    id,
                    Localized.of("en", id),
                    Map.of(),
                    delivery,
                    Duration.ofHours(1),
                    true,
                    orders);
        }

        @Override
        public Optional<Connection> find(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<ConnectorDescriptor> descriptor(Connection connection) {
            return Optional.of(
                    new ConnectorDescriptor(
                            connection.kind(),
                            connection.kind(),
                            connection.id().equals("shop")
                                    ? Set.of(Capability.CATALOG, Capability.ORDERS)
                                    : Set.of(Capability.CATALOG),
                            List.of(),
                            Budget.WEB_SHOP));
        }

        @Override
        public Connector open(
                String connectionId, Instant lastDeparture, Optional<Witness> witness) {
            return open(connectionId);
        }

        @Override
        public Connector open(String connectionId) {
            throw new UnsupportedOperationException("a plan asks nobody");
        }
    }
}
