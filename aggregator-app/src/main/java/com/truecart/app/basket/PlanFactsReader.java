package com.truecart.app.basket;

import com.truecart.app.basket.PlansForBasket.Row;
import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.connection.Connection;
import com.truecart.app.connection.Connections;
import com.truecart.app.connection.WaysOfPaying;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.PaymentMethod;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what plans are made from: a fixed number of queries, however long the list. */
@Component
class PlanFactsReader {
    private static final Currency HOME = Currency.getInstance("HKD");

    private final Catalog catalog;
    private final Connections connections;
    private final WaysOfPaying paying;

    PlanFactsReader(Catalog catalog, Connections connections, WaysOfPaying paying) {
        this.catalog = catalog;
        this.connections = connections;
        this.paying = paying;
    }

    /** The products of these ids that there are. */
    Map<ProductId, ProductFacts> products(BasketContents contents) {
        Set<ProductId> ids = new LinkedHashSet<>();
        contents.wants().forEach(want -> ids.add(want.product()));
        contents.wants().stream()
                .flatMap(want -> want.or().stream())
                .forEach(instead -> ids.addAll(instead.products()));
        return catalog.products(ids).stream()
                .collect(Collectors.toMap(ProductFacts::id, Function.identity()));
    }

    PlanFacts facts(Map<ProductId, ProductFacts> products, PlanQuestion question) {
        Map<String, Connection> byId =
                connections.all().stream()
                        .filter(Connection::enabled)
                        .collect(Collectors.toMap(Connection::id, Function.identity()));
        Set<String> orderable = having(Capability.ORDERS, byId.values());
        Map<String, Connection> usable = new LinkedHashMap<>(byId);
        if (question.onlyOrderable()) {
            usable.keySet().retainAll(orderable);
        }
        Map<String, ProductFacts> byText = new HashMap<>();
        products.forEach((id, product) -> byText.put(id.toString(), product));
        return new PlanFacts(
                usable,
                orderable,
                paidBy(orderable),
                having(Capability.HAND_OFF, byId.values()),
                catalog.stores(),
                catalog.storePromotions(usable.keySet()),
                usable.values().stream()
                        .collect(Collectors.toMap(Connection::id, connections::engine)),
                byText,
                question.contents().codes(),
                currency(products.values(), usable));
    }

    private Map<String, PaymentMethod> paidBy(Set<String> orderable) {
        Map<String, PaymentMethod> methods = new HashMap<>();
        for (String connection : orderable) {
            paying.at(connection).ifPresent(method -> methods.put(connection, method));
        }
        return methods;
    }

    private Set<String> having(Capability capability, Collection<Connection> all) {
        return all.stream()
                .filter(connection -> connections.can(connection, capability))
                .map(Connection::id)
                .collect(Collectors.toSet());
    }

    /** The one most offers are in; others are reported, never summed. */
    private static Currency currency(
            Collection<ProductFacts> products, Map<String, Connection> usable) {
        return products.stream()
                .flatMap(product -> product.offers().stream())
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

    /** The wants of which there is a product, in the basket's order. */
    static List<Row> rows(BasketContents contents, Map<ProductId, ProductFacts> products) {
        return contents.wants().stream()
                .flatMap(want ->
                        Optional.ofNullable(products.get(want.product()))
                                .map(product -> new Row(want, product))
                                .stream())
                .toList();
    }
}
