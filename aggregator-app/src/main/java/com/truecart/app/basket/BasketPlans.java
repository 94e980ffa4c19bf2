package com.truecart.app.basket;

import com.truecart.app.basket.BasketContents.Wanted;
import com.truecart.app.basket.PlansForBasket.AtStores;
import com.truecart.app.basket.PlansForBasket.Row;
import com.truecart.app.basket.ProposedPlan.Assumed;
import com.truecart.app.basket.ProposedPlan.Line;
import com.truecart.app.basket.ProposedPlan.Missing;
import com.truecart.app.basket.ProposedPlan.Part;
import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import com.truecart.model.Localized;
import com.truecart.model.Promotion;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.plan.Assumption;
import com.truecart.pricing.plan.Basket;
import com.truecart.pricing.plan.BasketPlanner;
import com.truecart.pricing.plan.Budget;
import com.truecart.pricing.plan.Candidate;
import com.truecart.pricing.plan.PurchasePlan;
import com.truecart.pricing.plan.Store;
import com.truecart.pricing.plan.StoreOrder;
import com.truecart.pricing.plan.Want;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.spi.ConnectorDescriptor.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Turns a basket into plans: which stores to buy it from and what that costs, from the facts as
 * recorded.
 */
@Service
public class BasketPlans {
    private static final Currency HOME = Currency.getInstance("HKD");

    /** For each number of stores that is tried; most lists of one household take far less. */
    private static final Duration SEARCH = Duration.ofMillis(500);

    /** To go to fewer stores people pay about so much more: five per cent. */
    private static final long WORTH_FEWER_STORES_PPM = 50_000;

    private final Catalog catalog;
    private final Connections connections;
    private final BasketPlanner planner;

    BasketPlans(Catalog catalog, Connections connections, BasketPlanner planner) {
        this.catalog = catalog;
        this.connections = connections;
        this.planner = planner;
    }

    /** The basket's products and, where there are any, the plans for buying them. */
    public PlansForBasket plans(PlanQuestion question, Instant now) {
        Map<ProductId, ProductFacts> products =
                catalog
                        .products(
                                question.contents().wants().stream().map(Wanted::product).toList())
                        .stream()
                        .collect(Collectors.toMap(ProductFacts::id, Function.identity()));
        List<Row> rows =
                question.contents().wants().stream()
                        .flatMap(want ->
                                Optional.ofNullable(products.get(want.product()))
                                        .map(product -> new Row(want, product))
                                        .stream())
                        .toList();
        if (rows.isEmpty()) {
            return new PlansForBasket(rows, List.of(), List.of());
        }
        Facts facts = facts(rows, question);
        Basket basket = basket(rows, facts);
        List<PurchasePlan> byStores =
                planner.byStores(
                        basket, now, () -> Budget.of(SEARCH, System::nanoTime, () -> false));
        List<PurchasePlan> all =
                List.of(
                        byStores.getLast(),
                        BasketPlanner.fewestStores(byStores, WORTH_FEWER_STORES_PPM),
                        planner.cheapestSingleStore(basket, now),
                        planner.cheapestPerWant(basket, now));
        return new PlansForBasket(
                rows,
                all.stream().map(plan -> proposed(plan, rows, facts)).toList(),
                byStores.stream().map(AtStores::of).toList());
    }

    private Facts facts(List<Row> rows, PlanQuestion question) {
        Map<String, Connection> byId =
                connections.all().stream()
                        .filter(Connection::enabled)
                        .collect(Collectors.toMap(Connection::id, Function.identity()));
        Set<String> orderable =
                byId.values().stream()
                        .filter(this::takesOrders)
                        .map(Connection::id)
                        .collect(Collectors.toSet());
        Map<String, Connection> usable = new LinkedHashMap<>(byId);
        if (question.onlyOrderable()) {
            usable.keySet().retainAll(orderable);
        }
        return new Facts(
                usable,
                orderable,
                catalog.stores(),
                catalog.storePromotions(usable.keySet()),
                usable.values().stream()
                        .collect(Collectors.toMap(Connection::id, connections::engine)),
                question.contents().codes(),
                currency(rows, usable));
    }

    private boolean takesOrders(Connection connection) {
        return connections
                .descriptor(connection)
                .map(kind -> kind.capabilities().contains(Capability.ORDERS))
                .orElse(false);
    }

    /** The one most offers are in; others are reported, never summed. */
    private static Currency currency(List<Row> rows, Map<String, Connection> usable) {
        return rows.stream()
                .flatMap(row -> row.product().offers().stream())
                .filter(offer -> usable.containsKey(offer.store().connectionId()))
                .collect(
                        Collectors.groupingBy(
                                offer -> offer.price().currency(), Collectors.counting()))
                .entrySet()
                .stream()
                .max(
                        Map.Entry.<Currency, Long>comparingByValue()
                                .thenComparing(entry -> entry.getKey().equals(HOME)))
                .map(Map.Entry::getKey)
                .orElse(HOME);
    }

    private static Basket basket(List<Row> rows, Facts facts) {
        Map<StoreId, Store> stores = new LinkedHashMap<>();
        List<Want> wants = new ArrayList<>();
        for (Row row : rows) {
            List<Candidate> candidates = new ArrayList<>();
            for (OfferFacts offer : row.product().offers()) {
                Connection connection = facts.usable().get(offer.store().connectionId());
                if (connection != null) {
                    stores.computeIfAbsent(offer.store(), id -> store(id, connection, facts));
                    candidates.add(
                            new Candidate(
                                    offer.store().toString(), terms(offer), offer.availability()));
                }
            }
            wants.add(new Want(row.product().id().toString(), row.want().quantity(), candidates));
        }
        return new Basket(wants, List.copyOf(stores.values()), facts.currency());
    }

    private static Store store(StoreId id, Connection connection, Facts facts) {
        Shopper shopper = new Shopper(facts.codes(), Set.of(), Optional.empty(), Optional.empty());
        return new Store(
                id.toString(),
                facts.promotions().getOrDefault(connection.id(), List.of()),
                connection
                        .delivery()
                        .filter(terms -> terms.fee().currency().equals(facts.currency())),
                facts.orderable().contains(connection.id()) ? shopper.payingBy("cod") : shopper,
                facts.engine(connection.id()));
    }

    private static OfferTerms terms(OfferFacts offer) {
        return new OfferTerms(
                offer.upstreamId(),
                offer.brand(),
                offer.category(),
                offer.price(),
                offer.listPrice(),
                offer.promotions());
    }

    private static ProposedPlan proposed(PurchasePlan plan, List<Row> rows, Facts facts) {
        Map<String, ProductFacts> byWant =
                rows.stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.product().id().toString(), Row::product));
        return new ProposedPlan(
                plan,
                plan.orders().stream()
                        .map(order -> part(order, byWant, facts))
                        .sorted(Comparator.comparing((Part part) -> !part.orderable()))
                        .toList(),
                plan.missing().stream()
                        .map(missing ->
                                new Missing(fact(byWant, missing.wantId()).title(), missing.why()))
                        .toList(),
                assumed(plan, byWant, facts));
    }

    private static Part part(StoreOrder order, Map<String, ProductFacts> byWant, Facts facts) {
        StoreId store = StoreId.parse(order.storeId());
        List<Line> lines =
                order.cart().lines().stream()
                        .map(priced -> {
                            ProductFacts product = fact(byWant, priced.line().lineId());
                            return new Line(
                                    product,
                                    offer(product, store, priced.line().offer().upstreamId()),
                                    priced);
                        })
                        .toList();
        return new Part(
                store,
                facts.name(store),
                facts.orderable().contains(store.connectionId()),
                facts.engine(store.connectionId()),
                order.cart(),
                lines);
    }

    private static List<Assumed> assumed(
            PurchasePlan plan, Map<String, ProductFacts> byWant, Facts facts) {
        List<Assumed> all = new ArrayList<>();
        Map<String, List<Localized>> unstated = new LinkedHashMap<>();
        for (Assumption assumption : plan.assumptions()) {
            switch (assumption) {
                case Assumption.DeliveryNotIncluded delivery ->
                        all.add(
                                new Assumed(
                                        delivery,
                                        facts.name(StoreId.parse(delivery.storeId())),
                                        List.of()));
                case Assumption.AvailabilityNotStated stock ->
                        unstated.computeIfAbsent(stock.storeId(), _ -> new ArrayList<>())
                                .add(fact(byWant, stock.wantId()).title());
            }
        }
        // one sentence a store, not one a line
        unstated.forEach((store, titles) ->
                all.add(
                        new Assumed(
                                new Assumption.AvailabilityNotStated(store, ""),
                                facts.name(StoreId.parse(store)),
                                titles)));
        return all;
    }

    private static ProductFacts fact(Map<String, ProductFacts> byWant, String want) {
        ProductFacts product = byWant.get(want);
        if (product == null) {
            throw new IllegalStateException("the plan names a want nobody has: " + want);
        }
        return product;
    }

    private static OfferFacts offer(ProductFacts product, StoreId store, String upstreamId) {
        return product.offers().stream()
                .filter(one -> one.store().equals(store) && one.upstreamId().equals(upstreamId))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the plan names an offer nobody made: " + upstreamId));
    }

    private record Facts(
            Map<String, Connection> usable,
            Set<String> orderable,
            Map<StoreId, Localized> names,
            Map<String, List<Promotion>> promotions,
            Map<String, EngineProfile> engines,
            Set<String> codes,
            Currency currency) {
        EngineProfile engine(String connectionId) {
            return engines.getOrDefault(connectionId, EngineProfiles.OURS);
        }

        Localized name(StoreId store) {
            return Optional.ofNullable(names.get(store))
                    .orElseGet(() -> Localized.of(Localized.UNSTATED, store.toString()));
        }
    }
}
