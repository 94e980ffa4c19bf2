package com.truecart.search.lucene;

import com.truecart.model.Localized;
import com.truecart.search.Facets;
import com.truecart.search.OfferDocument;
import com.truecart.search.ProductDocument;
import com.truecart.search.analysis.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/**
 * How products and offers are laid out as documents: a block of the offers followed by their
 * product.
 */
final class Fields {

    /**
     * Changes whenever the fields or the analysis do, so that an older index is built anew instead
     * of misread.
     */
    static final String LAYOUT = "truecart-2";

    /** On every document of a block, so that the block is replaced and removed as one. */
    static final String BLOCK = "block";

    static final String KIND = "kind";
    static final String PRODUCT = "product";
    static final String OFFER = "offer";

    static final String TITLE = "title";
    static final String BRAND = "brand";

    /**
     * Of the narrowest category only: a wide one ("Milk powder / Baby care") would find diapers for
     * milk.
     */
    static final String CATEGORY = "category";

    static final String IDENTIFIER = "identifier";
    static final String NAME = "name";
    static final String PRODUCT_ID = "product_id";
    static final String SALES_RANK = "sales_rank";
    static final String BRAND_VALUE = "brand_value";
    static final String CATEGORY_VALUE = "category_value";
    static final String BRAND_FACET = "brand_facet";
    static final String CATEGORY_FACET = "category_facet";

    static final String OFFER_ID = "offer_id";
    static final String STORE = "store";
    static final String STORE_FACET = "store_facet";
    static final String CURRENCY = "currency";
    static final String CURRENCY_ORDER = "currency_order";
    static final String PRICE = "price";
    static final String DISCOUNT = "discount";
    static final String IN_STOCK = "in_stock";
    static final String PROMOTION = "promotion";
    static final String YES = "yes";

    private static final char AFTER_VALUE = '\u0000';
    private static final char AFTER_LANGUAGE = '\u0001';
    private static final char AFTER_TEXT = '\u0002';

    private Fields() {}

    static List<Document> block(ProductDocument product) {
        List<Document> block = new ArrayList<>();
        for (OfferDocument offer : product.offers()) {
            block.add(document(offer, product.productId()));
        }
        block.add(document(product));
        return block;
    }

    private static Document document(OfferDocument offer, String productId) {
        Document document = new Document();
        document.add(new StringField(BLOCK, productId, Field.Store.NO));
        document.add(new StringField(KIND, OFFER, Field.Store.NO));
        document.add(new SortedDocValuesField(OFFER_ID, new BytesRef(offer.offerId())));
        document.add(new StringField(STORE, offer.storeId(), Field.Store.NO));
        document.add(new SortedDocValuesField(STORE_FACET, new BytesRef(offer.storeId())));
        String currency = offer.effective().currency().getCurrencyCode();
        document.add(new StringField(CURRENCY, currency, Field.Store.NO));
        document.add(new SortedDocValuesField(CURRENCY_ORDER, new BytesRef(currency)));
        document.add(new LongField(PRICE, offer.effective().minor(), Field.Store.NO));
        document.add(new LongField(DISCOUNT, offer.discountPpm(), Field.Store.NO));
        if (offer.inStock()) {
            document.add(new StringField(IN_STOCK, YES, Field.Store.NO));
        }
        if (offer.hasPromotion()) {
            document.add(new StringField(PROMOTION, YES, Field.Store.NO));
        }
        return document;
    }

    private static Document document(ProductDocument product) {
        Document document = new Document();
        document.add(new StringField(BLOCK, product.productId(), Field.Store.NO));
        document.add(new StringField(KIND, PRODUCT, Field.Store.NO));
        document.add(new SortedDocValuesField(PRODUCT_ID, new BytesRef(product.productId())));
        product.salesRank()
                .ifPresent(rank -> document.add(new NumericDocValuesField(SALES_RANK, rank)));
        texts(document, TITLE, product.title());
        names(document, product.title());
        product.brand()
                .ifPresent(brand -> {
                    texts(document, BRAND, brand);
                    names(document, brand);
                    document.add(
                            new StringField(
                                    BRAND_VALUE, Facets.brandKey(value(brand)), Field.Store.NO));
                    document.add(
                            new SortedSetDocValuesField(BRAND_FACET, new BytesRef(encoded(brand))));
                });
        product.category().stream()
                .collect(
                        TreeMap<String, Localized>::new,
                        (byValue, level) -> byValue.put(value(level), level),
                        TreeMap::putAll)
                .values()
                .forEach(level -> {
                    document.add(new StringField(CATEGORY_VALUE, value(level), Field.Store.NO));
                    document.add(
                            new SortedSetDocValuesField(
                                    CATEGORY_FACET, new BytesRef(encoded(level))));
                });
        if (!product.category().isEmpty()) {
            texts(document, CATEGORY, product.category().getLast());
        }
        for (String identifier : product.identifiers()) {
            document.add(new TextField(IDENTIFIER, identifier, Field.Store.NO));
        }
        return document;
    }

    private static void texts(Document document, String field, Localized texts) {
        texts.byLanguage().values().stream()
                .sorted()
                .forEach(text -> document.add(new TextField(field, text, Field.Store.NO)));
    }

    private static void names(Document document, Localized texts) {
        for (String text : texts.byLanguage().values()) {
            document.add(new StringField(NAME, Word.normal(text), Field.Store.NO));
        }
    }

    /** What a label is filtered by. */
    static String value(Localized label) {
        return label.in(Locale.ENGLISH);
    }

    /** A facet's label in one string, its value in front so that equal values lie together. */
    private static String encoded(Localized label) {
        StringBuilder encoded = new StringBuilder(value(label)).append(AFTER_VALUE);
        new TreeMap<>(label.byLanguage())
                .forEach((language, text) ->
                        encoded.append(language)
                                .append(AFTER_LANGUAGE)
                                .append(text)
                                .append(AFTER_TEXT));
        return encoded.toString();
    }

    static String decodedValue(String encoded) {
        int end = encoded.indexOf(AFTER_VALUE);
        return end < 0 ? encoded : encoded.substring(0, end);
    }

    static Optional<Localized> decodedLabel(String encoded) {
        TreeMap<String, String> texts = new TreeMap<>();
        int from = encoded.indexOf(AFTER_VALUE) + 1;
        while (from > 0 && from < encoded.length()) {
            int language = encoded.indexOf(AFTER_LANGUAGE, from);
            int text = encoded.indexOf(AFTER_TEXT, language);
            texts.put(encoded.substring(from, language), encoded.substring(language + 1, text));
            from = text + 1;
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(new Localized(texts));
    }
}
