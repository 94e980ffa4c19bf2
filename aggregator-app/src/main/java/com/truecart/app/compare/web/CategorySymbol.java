package com.truecart.app.compare.web;

import com.truecart.model.Localized;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Chooses the drawing that stands for a category: an ornament, so a wrong guess harms nobody. */
final class CategorySymbol {

    private static final Map<String, Pattern> SYMBOLS = new LinkedHashMap<>();

    static {
        add("baby", "bab(y|ies)|infant|nappies|diaper");
        add("pet", "\\bpets?\\b|\\bcats?\\b|\\bdogs?\\b");
        add("bakery", "bakery|bread|cake|cereal|spread|biscuit");
        add("dairy", "dairy|milk|cheese|yogh?urt|egg|soya");
        add("drink", "beverage|drink|water|juice|tea|coffee|beer|wine|spirit");
        add("grain", "rice|noodle|pasta|oil|flour|sauce|condiment|seasoning|staple");
        add("snack", "snack|confection|chocolate|candy|sweets|chips|nuts");
        add("fresh", "fruit|vegetable|meat|fish|seafood|frozen|fresh|deli|can(ned)?");
        add("care", "care|shampoo|hair|skin|oral|tooth|bath|cosmetic|beauty|health|medic");
        add("home", "household|clean|laundry|paper|tissue|kitchen|home|detergent");
        add("device", "electr|phone|computer|audio|camera|laptop|tablet|tv|gaming|cable|headphone");
        add("wear", "cloth|shirt|shoe|fashion|apparel|bag|hoodie|accessor");
    }

    private CategorySymbol() {}

    static String of(List<Localized> category) {
        // the widest level decides where it can: "Milk chocolate" below "Snacks" is a snack
        for (Localized level : category) {
            String words = words(level);
            for (Map.Entry<String, Pattern> symbol : SYMBOLS.entrySet()) {
                if (symbol.getValue().matcher(words).find()) {
                    return symbol.getKey();
                }
            }
        }
        return "box";
    }

    private static String words(Localized level) {
        return level.byLanguage().values().stream()
                .map(words -> words.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static void add(String symbol, String words) {
        SYMBOLS.put(symbol, Pattern.compile(words));
    }
}
