package com.truecart.connector.alibaba1688;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.kit.china.Coupons;
import com.truecart.kit.china.SearchCatalog;
import com.truecart.model.Availability;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Offer;
import com.truecart.model.Promotion;
import com.truecart.model.Seller;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A spec of an offer in our words. Pure. Prices here are yuan, as texts. */
final class Translate implements SearchCatalog.Rows {
    static final Currency CNY = Currency.getInstance("CNY");
    private static final int TITLE = 500;
    private static final int DESCRIPTION = 5000;

    @Override
    public Listing listing(Json row, Instant seenAt) {
        Optional<String> problem = row.optionalText(OfferSearch.PROBLEM);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
        Json offer = row.at(OfferSearch.OFFER);
        Optional<Json> spec = row.optional(OfferSearch.SPEC);
        Sku sku = new Sku(row.text(OfferSearch.ID), spec.map(one -> one.text("specId")));
        return new Listing(
                sku.key(),
                spec.map(_ -> sku.offerId()),
                title(offer, spec),
                brand(offer),
                offer.optionalText("categoryName")
                        .map(name -> List.of(localized(name)))
                        .orElse(List.of()),
                offer.optionalText("description")
                        .map(html -> PlainText.of(html, DESCRIPTION))
                        .filter(text -> !text.isBlank())
                        .map(Translate::localized),
                Identifiers.NONE,
                attributes(offer, spec),
                Optional.of(URI.create("https://detail.1688.com/offer/" + sku.offerId() + ".html")),
                image(offer, spec),
                OptionalInt.empty(),
                List.of(offer(sku, offer, spec)),
                seenAt);
    }

    @Override
    public String reference(Json row) {
        return "offer " + row.optionalText(OfferSearch.ID).orElse("?");
    }

    private static Offer offer(Sku sku, Json offer, Optional<Json> spec) {
        Tiers tiers = Tiers.of(offer, spec);
        List<Promotion> promotions = new ArrayList<>(tiers.promotions(sku, offer));
        return new Offer(
                seller(offer),
                tiers.first(),
                Optional.empty(),
                availability(offer, spec),
                ItemCondition.UNSTATED,
                promotions);
    }

    private static Availability availability(Json offer, Optional<Json> spec) {
        if (!offer.optionalText("status").orElse("published").equals("published")) {
            return Availability.DISCONTINUED;
        }
        OptionalLong stock =
                spec.isPresent()
                        ? spec.get().optionalNumber("amountOnSale")
                        : offer.at("productSaleInfo").optionalNumber("amountOnSale");
        if (stock.isEmpty()) {
            return Availability.UNSTATED;
        }
        long least = offer.optionalNumber("minOrderQuantity").orElse(1);
        return stock.getAsLong() >= Math.max(1, least)
                ? Availability.IN_STOCK
                : Availability.OUT_OF_STOCK;
    }

    private static Seller seller(Json offer) {
        String name = PlainText.of(offer.optionalText("companyName").orElse("1688"), TITLE);
        return new Seller(offer.optionalText("sellerOpenId").orElse(name), localized(name));
    }

    /** "茉莉花茶 100克", where the last part is the spec. */
    private static Localized title(Json offer, Optional<Json> spec) {
        String chinese = PlainText.of(offer.text("subject"), TITLE);
        if (chinese.isBlank()) {
            throw new IllegalArgumentException("subject: has no text");
        }
        Localized title = localized((chinese + " " + values(spec, "value")).strip());
        return offer.optionalText("subjectTrans")
                .map(text -> PlainText.of(text, TITLE))
                .filter(text -> !text.isBlank())
                .map(text -> title.and("en", text + " " + values(spec, "valueTrans")))
                .orElse(title);
    }

    private static String values(Optional<Json> spec, String field) {
        return spec.stream()
                .flatMap(one -> one.optionalList("skuAttributes").stream())
                .flatMap(attribute -> attribute.optionalText(field).stream())
                .collect(Collectors.joining(" "));
    }

    private static Optional<Localized> brand(Json offer) {
        return offer.optionalList("productAttribute").stream()
                .filter(one -> one.optionalText("attributeName").orElse("").equals("品牌"))
                .flatMap(one -> one.optionalText("value").stream())
                .findFirst()
                .map(Translate::localized);
    }

    private static Map<String, String> attributes(Json offer, Optional<Json> spec) {
        Map<String, String> attributes = new LinkedHashMap<>();
        List<Json> all = new ArrayList<>(offer.optionalList("productAttribute"));
        spec.ifPresent(one -> all.addAll(one.optionalList("skuAttributes")));
        for (Json attribute : all) {
            Optional<String> name = attribute.optionalText("attributeName");
            Optional<String> value = attribute.optionalText("value");
            if (name.isPresent() && value.isPresent()) {
                attributes.merge(name.get(), value.get(), (one, other) -> one + "、" + other);
            }
        }
        offer.optionalNumber("minOrderQuantity")
                .ifPresent(least -> {
                    if (least > 1) {
                        attributes.put("起批量", Long.toString(least));
                    }
                });
        return attributes;
    }

    private static Optional<URI> image(Json offer, Optional<Json> spec) {
        Optional<URI> own =
                spec.stream()
                        .flatMap(one -> one.optionalList("skuAttributes").stream())
                        .flatMap(attribute -> attribute.optionalText("skuImageUrl").stream())
                        .flatMap(address -> WebAddress.of(address).stream())
                        .findFirst();
        return own.or(() ->
                offer.optional("productImage").stream()
                        .flatMap(images -> images.optionalList("images").stream())
                        .flatMap(image -> WebAddress.of(image.asText()).stream())
                        .findFirst());
    }

    static Localized localized(String text) {
        return Localized.of(Coupons.LANGUAGE, text);
    }
}
