package com.truecart.search.layout;

import com.truecart.model.Localized;
import com.truecart.search.Facets;
import com.truecart.search.ProductDocument;
import com.truecart.search.SearchQuery;
import com.truecart.search.analysis.Forms;
import com.truecart.search.analysis.IndexTokens;
import com.truecart.search.analysis.Pinyin;
import com.truecart.search.analysis.Word;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A product as every engine stores it.
 *
 * @param texts by field; each text is its tokens with single blanks between them
 * @param brandKey what is the same for all spellings of its brand
 * @param categories of all levels, each value once
 */
public record IndexedProduct(
        ProductDocument product,
        Map<TextField, List<String>> texts,
        Optional<String> brandKey,
        Optional<FacetLabel> brand,
        List<FacetLabel> categories) {

    /**
     * Changes whenever the fields, the analysis or the ranking's inputs do, so that an older index
     * is built anew instead of misread.
     */
    public static final String LAYOUT = "truecart-5";

    /** Between two texts of one field nothing stands side by side. */
    public static final int GAP = 100;

    /** Lays a product out. */
    public static IndexedProduct of(ProductDocument product) {
        Map<TextField, List<String>> texts = new EnumMap<>(TextField.class);
        for (String title : inOrder(product.title())) {
            add(texts, TextField.TITLE, IndexTokens.in(title));
            add(texts, TextField.PHRASE, Word.wholes(title));
            addOtherSpellings(texts, title);
            addName(texts, TextField.NAME, title);
        }
        product.brand()
                .ifPresent(brand -> {
                    for (String name : inOrder(brand)) {
                        add(texts, TextField.BRAND, IndexTokens.in(name));
                        addOtherSpellings(texts, name);
                        addName(texts, TextField.NAME, name);
                        addName(texts, TextField.BRAND_NAME, name);
                    }
                });
        for (Localized level : product.category()) {
            inOrder(level).forEach(name -> addName(texts, TextField.CATEGORY_NAME, name));
        }
        if (!product.category().isEmpty()) {
            for (String name : inOrder(product.category().getLast())) {
                add(texts, TextField.CATEGORY, IndexTokens.in(name));
            }
        }
        for (String identifier : product.identifiers()) {
            add(texts, TextField.IDENTIFIER, IndexTokens.in(identifier));
        }
        TreeMap<String, FacetLabel> categories = new TreeMap<>();
        for (Localized level : product.category()) {
            FacetLabel label = FacetLabel.of(level);
            categories.put(label.value(), label);
        }
        Optional<FacetLabel> brand = product.brand().map(FacetLabel::of);
        return new IndexedProduct(
                product,
                texts,
                brand.map(label -> Facets.brandKey(label.value())),
                brand,
                List.copyOf(categories.values()));
    }

    private static List<String> inOrder(Localized texts) {
        return texts.byLanguage().values().stream().sorted().toList();
    }

    private static void add(
            Map<TextField, List<String>> texts, TextField field, List<String> tokens) {
        if (!tokens.isEmpty()) {
            texts.computeIfAbsent(field, _ -> new ArrayList<>()).add(String.join(" ", tokens));
        }
    }

    private static void addOtherSpellings(Map<TextField, List<String>> texts, String text) {
        add(texts, TextField.FORMS, Forms.of(text));
        add(texts, TextField.PINYIN, Pinyin.of(text));
    }

    /** Nobody can ask for a name that is longer than a question may be. */
    private static void addName(Map<TextField, List<String>> texts, TextField field, String name) {
        if (name.length() <= SearchQuery.LONGEST_TEXT) {
            String normal = Word.normal(name);
            if (!normal.isEmpty()) {
                texts.computeIfAbsent(field, _ -> new ArrayList<>()).add(normal);
            }
        }
    }
}
