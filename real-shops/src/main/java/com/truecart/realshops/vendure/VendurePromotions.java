package com.truecart.realshops.vendure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The shop's promotions. Those that hold are applied to every order. Not for several threads. */
public final class VendurePromotions {
    private final GraphQl api;
    private final Map<Long, Promotion> present = new LinkedHashMap<>();

    VendurePromotions(GraphQl api) {
        this.api = api;
    }

    /**
     * A promotion that is alive from now on.
     *
     * @throws VendureRefusal if it has neither a condition nor a code
     */
    public Promotion add(PromotionTerms terms) {
        JsonNode made =
                api.change(
                        """
                        mutation($input: CreatePromotionInput!) {
                          createPromotion(input: $input) {
                            ... on Promotion { id } ... on ErrorResult { errorCode message } } }
                        """,
                        Fields.of("input", fields(terms).and("enabled", true)));
        Promotion promotion = new Promotion(OrderDocument.id(made), terms);
        present.put(promotion.id(), promotion);
        return promotion;
    }

    /** Those that were added and not removed, also those switched off; oldest first. */
    public List<Promotion> present() {
        return List.copyOf(present.values());
    }

    /** Switches a promotion on or off. */
    public void enable(Promotion promotion, boolean enabled) {
        // everything is sent again: without its conditions the shop would forget its priority
        Fields fields = fields(promotion.terms()).and("id", promotion.id()).and("enabled", enabled);
        api.change(
                """
                mutation($input: UpdatePromotionInput!) {
                  updatePromotion(input: $input) {
                    ... on Promotion { id } ... on ErrorResult { errorCode message } } }
                """,
                Fields.of("input", fields));
    }

    /** Deletes a promotion. */
    public void remove(Promotion promotion) {
        api.ask(
                "mutation($id: ID!) { deletePromotion(id: $id) { result } }",
                Map.of("id", promotion.id()));
        present.remove(promotion.id());
    }

    /** Deletes every promotion. */
    public void clear() {
        present().forEach(this::remove);
    }

    private static Fields fields(PromotionTerms terms) {
        Fields fields =
                Fields.of("conditions", terms.conditions().stream().map(Operations::of).toList())
                        .and("actions", terms.actions().stream().map(Operations::of).toList())
                        .and(
                                "translations",
                                List.of(Fields.named(terms.name()).and("description", "")));
        terms.couponCode().ifPresent(code -> fields.and("couponCode", code));
        terms.usageLimit().ifPresent(orders -> fields.and("usageLimit", orders));
        return fields;
    }
}
