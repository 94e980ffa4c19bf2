package com.truecart.app.basket;

import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.connection.Connection;
import com.truecart.model.ItemCondition;
import com.truecart.model.Localized;
import com.truecart.model.Promotion;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.plan.Basket;
import com.truecart.pricing.plan.Candidate;
import com.truecart.pricing.plan.Store;
import com.truecart.pricing.plan.Substitutes;
import com.truecart.pricing.plan.Want;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.spi.PaymentMethod;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Everything a plan is made from, as recorded at one moment.
 *
 * @param usable connections that may be bought from, by id
 * @param orderable those of all that take orders from us
 * @param paidBy how those of all that take orders are paid, where they say
 * @param handingOff those of all that make links for buying at the store
 * @param products by the id of the want they fulfil, and by their own
 */
record PlanFacts(
        Map<String, Connection> usable,
        Set<String> orderable,
        Map<String, PaymentMethod> paidBy,
        Set<String> handingOff,
        Map<StoreId, Localized> names,
        Map<String, List<Promotion>> promotions,
        Map<String, EngineProfile> engines,
        Map<String, ProductFacts> products,
        Set<String> codes,
        Currency currency) {

    EngineProfile engine(String connectionId) {
        return engines.getOrDefault(connectionId, EngineProfiles.OURS);
    }

    Localized name(StoreId store) {
        return Optional.ofNullable(names.get(store))
                .orElseGet(() -> Localized.of(Localized.UNSTATED, store.toString()));
    }

    /** The product with this id. */
    ProductFacts product(String id) {
        ProductFacts product = products.get(id);
        if (product == null) {
            throw new IllegalStateException("the plan names a product nobody has: " + id);
        }
        return product;
    }

    OptionalInt arrivesWithin(StoreId store) {
        Connection connection = usable.get(store.connectionId());
        return connection == null ? OptionalInt.empty() : connection.orders().arrivesWithinDays();
    }

    /** The basket the planner is asked about. */
    Basket basket(List<PlansForBasket.Row> rows, PlanWishes wishes) {
        Map<StoreId, Store> stores = new LinkedHashMap<>();
        List<Want> wants = new ArrayList<>();
        for (PlansForBasket.Row row : rows) {
            List<Candidate> candidates = new ArrayList<>(candidates(row.product(), wishes, stores));
            row.want()
                    .or()
                    .ifPresent(instead -> {
                        List<Candidate> others = new ArrayList<>();
                        instead.products().stream()
                                .flatMap(id ->
                                        Optional.ofNullable(products.get(id.toString())).stream())
                                .forEach(other -> others.addAll(candidates(other, wishes, stores)));
                        candidates.addAll(
                                Substitutes.within(
                                        candidates,
                                        others,
                                        instead.tolerancePercent() * 10_000L,
                                        currency));
                    });
            Want want = new Want(row.product().id().toString(), row.want().quantity(), candidates);
            wants.add(
                    row.want()
                            .worth()
                            .filter(worth -> worth.currency().equals(currency))
                            .map(want::niceToHave)
                            .orElse(want));
        }
        Basket basket = new Basket(wants, List.copyOf(stores.values()), currency);
        if (wishes.arrivesWithinDays().isPresent()) {
            basket = basket.arrivingWithin(wishes.arrivesWithinDays().getAsInt());
        }
        return wishes.maxStores().isPresent()
                ? basket.atMost(wishes.maxStores().getAsInt())
                : basket;
    }

    private List<Candidate> candidates(
            ProductFacts product, PlanWishes wishes, Map<StoreId, Store> stores) {
        List<Candidate> candidates = new ArrayList<>();
        for (OfferFacts offer : product.offers()) {
            Connection connection = usable.get(offer.store().connectionId());
            if (connection != null
                    && !wishes.without().contains(offer.store())
                    && (!wishes.newOnly() || offer.condition() == ItemCondition.NEW)) {
                stores.computeIfAbsent(offer.store(), id -> store(id, connection));
                candidates.add(
                        new Candidate(
                                offer.store().toString(), terms(offer), offer.availability()));
            }
        }
        return candidates;
    }

    private Store store(StoreId id, Connection connection) {
        Shopper shopper = shopper(connection.id());
        return new Store(
                id.toString(),
                promotions.getOrDefault(connection.id(), List.of()),
                connection.delivery().filter(terms -> terms.fee().currency().equals(currency)),
                shopper,
                engine(connection.id()),
                connection.orders());
    }

    /** What the shopper has confirmed at stores of this connection. */
    private Shopper shopper(String connectionId) {
        Shopper shopper = new Shopper(codes, Set.of(), Optional.empty(), Optional.empty());
        PaymentMethod method = paidBy.get(connectionId);
        return method == null ? shopper : shopper.payingBy(method.word());
    }

    static OfferTerms terms(OfferFacts offer) {
        return new OfferTerms(
                offer.upstreamId(),
                offer.brand(),
                offer.category(),
                offer.price(),
                offer.listPrice(),
                offer.promotions());
    }
}
