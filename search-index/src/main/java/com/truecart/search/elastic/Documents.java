package com.truecart.search.elastic;

import com.truecart.model.Money;
import com.truecart.search.OfferDocument;
import com.truecart.search.layout.FacetLabel;
import com.truecart.search.layout.IndexedProduct;
import com.truecart.search.layout.Standing;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/** Products as documents of Elasticsearch: one each, its offers nested in it. */
final class Documents {

    static final String PRODUCT_ID = "product_id";
    static final String SALES_RANK = "sales_rank";
    static final String STANDING = "standing";
    static final String BRAND_KEY = "brand_key";
    static final String BRAND_FACET = "brand_facet";
    static final String CATEGORY_VALUE = "category_value";
    static final String CATEGORY_FACET = "category_facet";
    static final String OFFERS = "offers";
    static final String OFFER_ID = "offer_id";
    static final String STORE = "store";
    static final String CURRENCY = "currency";
    static final String PRICE = "price";
    static final String DISCOUNT = "discount";
    static final String IN_STOCK = "in_stock";
    static final String PROMOTION = "promotion";

    private Documents() {}

    static JsonObject of(IndexedProduct laidOut) {
        JsonObjectBuilder document =
                Json.createObjectBuilder()
                        .add(PRODUCT_ID, laidOut.product().productId())
                        .add(STANDING, Standing.of(laidOut.product()).points());
        laidOut.product().salesRank().ifPresent(rank -> document.add(SALES_RANK, rank));
        laidOut.texts().forEach((field, texts) -> document.add(field.inIndex(), array(texts)));
        laidOut.brandKey().ifPresent(key -> document.add(BRAND_KEY, key));
        laidOut.brand().ifPresent(brand -> document.add(BRAND_FACET, brand.encoded()));
        document.add(
                CATEGORY_VALUE,
                array(laidOut.categories().stream().map(FacetLabel::value).toList()));
        document.add(
                CATEGORY_FACET,
                array(laidOut.categories().stream().map(FacetLabel::encoded).toList()));
        JsonArrayBuilder offers = Json.createArrayBuilder();
        laidOut.product().offers().forEach(offer -> offers.add(of(offer)));
        return document.add(OFFERS, offers).build();
    }

    private static JsonArrayBuilder array(List<String> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(array::add);
        return array;
    }

    private static JsonObjectBuilder of(OfferDocument offer) {
        return Json.createObjectBuilder()
                .add(OFFER_ID, offer.offerId())
                .add(STORE, offer.storeId())
                .add(CURRENCY, offer.effective().currency().getCurrencyCode())
                .add(PRICE, offer.effective().minor())
                .add(DISCOUNT, offer.discountPpm())
                .add(IN_STOCK, offer.inStock())
                .add(PROMOTION, offer.hasPromotion());
    }

    /** The offers in a document, as far as filters look at them. */
    static List<OfferDocument> offers(JsonObject document) {
        return document.getJsonArray(OFFERS).stream()
                .map(JsonValue::asJsonObject)
                .map(Documents::offer)
                .toList();
    }

    private static OfferDocument offer(JsonObject offer) {
        Money price =
                Money.of(offer.getJsonNumber(PRICE).longValueExact(), offer.getString(CURRENCY));
        return new OfferDocument(
                offer.getString(OFFER_ID),
                offer.getString(STORE),
                "",
                price,
                price,
                offer.getJsonNumber(DISCOUNT).longValueExact(),
                offer.getBoolean(IN_STOCK),
                offer.getBoolean(PROMOTION));
    }
}
