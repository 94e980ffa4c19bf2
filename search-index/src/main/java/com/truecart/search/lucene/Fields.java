package com.truecart.search.lucene;

import com.truecart.search.OfferDocument;
import com.truecart.search.layout.FacetLabel;
import com.truecart.search.layout.IndexedProduct;
import com.truecart.search.layout.Standing;
import com.truecart.search.layout.TextField;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * How products and offers are laid out as documents: a block of the offers followed by their
 * product, which says how many they are.
 */
final class Fields {

    /** On every document of a block, so that the block is replaced and removed as one. */
    static final String BLOCK = "block";

    /** On products only. */
    static final String KIND = "kind";

    static final String PRODUCT = "product";
    static final String PRODUCT_ID = "product_id";
    static final String OFFERS = "offers";
    static final String SALES_RANK = "sales_rank";
    static final String STANDING = "standing";
    static final String BRAND_KEY = "brand_key";
    static final String BRAND_FACET = "brand_facet";
    static final String CATEGORY_FACET = "category_facet";

    static final String OFFER_ID = "offer_id";
    static final String STORE = "store";
    static final String PRICE = "price";
    static final String DISCOUNT = "discount";
    static final String TERMS = "terms";

    private static final FieldType TOKENS = tokens(IndexOptions.DOCS_AND_FREQS);
    private static final FieldType ORDERED_TOKENS =
            tokens(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    private Fields() {}

    private static FieldType tokens(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    static List<Document> block(IndexedProduct laidOut) {
        List<Document> block = new ArrayList<>();
        for (OfferDocument offer : laidOut.product().offers()) {
            block.add(document(offer, laidOut.product().productId()));
        }
        block.add(document(laidOut));
        return block;
    }

    private static Document document(OfferDocument offer, String productId) {
        Document document = new Document();
        document.add(new StringField(BLOCK, productId, Field.Store.NO));
        document.add(new BinaryDocValuesField(OFFER_ID, new BytesRef(offer.offerId())));
        document.add(new SortedDocValuesField(STORE, new BytesRef(offer.storeId())));
        document.add(new NumericDocValuesField(PRICE, offer.effective().minor()));
        document.add(new NumericDocValuesField(DISCOUNT, offer.discountPpm()));
        document.add(
                new NumericDocValuesField(
                        TERMS,
                        Terms.of(
                                offer.effective().currency(),
                                offer.inStock(),
                                offer.hasPromotion())));
        return document;
    }

    /** What is yes or no about an offer, and its currency, in one number. */
    static final class Terms {
        private static final int IN_STOCK = 1;
        private static final int PROMOTION = 2;
        private static final int CURRENCY = 2;
        private static final int BITS_OF_A_LETTER = 5;

        private Terms() {}

        static long of(Currency currency, boolean inStock, boolean hasPromotion) {
            return number(currency) << CURRENCY
                    | (inStock ? IN_STOCK : 0)
                    | (hasPromotion ? PROMOTION : 0);
        }

        /** In the order of the currencies' codes. */
        static long number(Currency currency) {
            long number = 0;
            for (char letter : currency.getCurrencyCode().toCharArray()) {
                number = number << BITS_OF_A_LETTER | (letter - 'A');
            }
            return number;
        }

        static long currency(long terms) {
            return terms >> CURRENCY;
        }

        static boolean inStock(long terms) {
            return (terms & IN_STOCK) != 0;
        }

        static boolean hasPromotion(long terms) {
            return (terms & PROMOTION) != 0;
        }
    }

    private static Document document(IndexedProduct laidOut) {
        Document document = new Document();
        String id = laidOut.product().productId();
        document.add(new StringField(BLOCK, id, Field.Store.NO));
        document.add(new StringField(KIND, PRODUCT, Field.Store.NO));
        document.add(new BinaryDocValuesField(PRODUCT_ID, new BytesRef(id)));
        document.add(new NumericDocValuesField(OFFERS, laidOut.product().offers().size()));
        document.add(new NumericDocValuesField(STANDING, Standing.of(laidOut.product()).points()));
        laidOut.product()
                .salesRank()
                .ifPresent(rank -> document.add(new NumericDocValuesField(SALES_RANK, rank)));
        for (Map.Entry<TextField, List<String>> texts : laidOut.texts().entrySet()) {
            for (String text : texts.getValue()) {
                document.add(field(texts.getKey(), text));
            }
        }
        laidOut.brandKey()
                .ifPresent(key ->
                        document.add(new SortedDocValuesField(BRAND_KEY, new BytesRef(key))));
        laidOut.brand()
                .ifPresent(brand ->
                        document.add(
                                new SortedDocValuesField(
                                        BRAND_FACET, new BytesRef(brand.encoded()))));
        for (FacetLabel category : laidOut.categories()) {
            document.add(
                    new SortedSetDocValuesField(CATEGORY_FACET, new BytesRef(category.encoded())));
        }
        return document;
    }

    private static Field field(TextField field, String text) {
        return switch (field) {
            case NAME, BRAND_NAME, CATEGORY_NAME ->
                    new StringField(field.inIndex(), text, Field.Store.NO);
            case TITLE, BRAND, CATEGORY, IDENTIFIER, FORMS, PINYIN ->
                    new Field(field.inIndex(), text, TOKENS);
            case PHRASE -> new Field(field.inIndex(), text, ORDERED_TOKENS);
        };
    }
}
