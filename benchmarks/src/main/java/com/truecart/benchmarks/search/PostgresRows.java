package com.truecart.benchmarks.search;

import com.truecart.search.OfferDocument;
import com.truecart.search.ProductDocument;
import com.truecart.search.layout.FacetLabel;
import com.truecart.search.layout.IndexedProduct;
import com.truecart.search.layout.Standing;
import com.truecart.search.layout.TextField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Products and offers as lines for PostgreSQL's COPY. */
final class PostgresRows {

    private static final String NULL = "\\N";

    private PostgresRows() {}

    static String product(int number, ProductDocument product) {
        IndexedProduct laidOut = IndexedProduct.of(product);
        Set<String> words = new LinkedHashSet<>();
        for (TextField field :
                List.of(
                        TextField.TITLE,
                        TextField.BRAND,
                        TextField.CATEGORY,
                        TextField.IDENTIFIER)) {
            for (String text : laidOut.texts().getOrDefault(field, List.of())) {
                for (String token : List.of(text.split(" "))) {
                    words.add(lexeme(field, token) + ":1");
                }
            }
        }
        return line(
                Integer.toString(number),
                product.productId(),
                product.salesRank().isPresent()
                        ? Integer.toString(product.salesRank().getAsInt())
                        : NULL,
                Integer.toString(Standing.of(product).points()),
                escaped(laidOut.brandKey().orElse("")),
                escaped(array(laidOut.categories().stream().map(FacetLabel::value).toList())),
                escaped(String.join(" ", words)));
    }

    static String offers(int number, ProductDocument product) {
        StringBuilder lines = new StringBuilder();
        for (OfferDocument offer : product.offers()) {
            lines.append(
                    line(
                            Integer.toString(number),
                            escaped(offer.storeId()),
                            Long.toString(offer.effective().minor()),
                            Long.toString(offer.discountPpm()),
                            Boolean.toString(offer.inStock()),
                            Boolean.toString(offer.hasPromotion()),
                            offer.offerId()));
        }
        return lines.toString();
    }

    /** A word of one field, as a quoted lexeme. */
    static String lexeme(TextField field, String token) {
        return "'" + field.name().charAt(0) + token.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String array(List<String> values) {
        List<String> quoted = new ArrayList<>();
        for (String value : values) {
            quoted.add('"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        }
        return "{" + String.join(",", quoted) + "}";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String line(String... values) {
        return String.join("\t", values) + "\n";
    }
}
