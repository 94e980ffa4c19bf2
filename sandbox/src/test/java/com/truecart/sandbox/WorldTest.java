package com.truecart.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.world.Product;
import com.truecart.sandbox.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorldTest {
    private final List<Product> products = World.load().products();

    @Test
    void thereAreAtLeast320ProductsWithNumbersAndGtinsOfTheirOwn() {
        assertThat(products).hasSizeGreaterThanOrEqualTo(320);
        assertThat(products).extracting(Product::number).doesNotHaveDuplicates();
        assertThat(products).extracting(Product::gtin).doesNotHaveDuplicates();
    }

    @Test
    void everyGtinEndsInItsCheckDigitAndNoneIsFromAShopsOwnRange() {
        assertThat(products).allMatch(p -> World.isGtin13(p.gtin()));
        assertThat(products).noneMatch(p -> p.gtin().startsWith("2"));
        assertThat(World.isGtin13("4006381333931")).isTrue();
        assertThat(World.isGtin13("4006381333932")).isFalse();
    }

    @Test
    void everyProductHasAChineseNameInTraditionalScript() {
        assertThat(products).allMatch(p -> p.nameZh().codePoints().anyMatch(WorldTest::isHan));
        assertThat(products).allMatch(p -> p.categoryZh().size() == p.category().size());
        // these characters exist in simplified script only
        assertThat(products).noneMatch(p -> p.nameZh().matches(".*[饮装乐电书酱鸡们话].*"));
    }

    @Test
    void everyDepartmentIsWellFilled() {
        Map<String, Integer> count = new HashMap<>();
        products.forEach(p -> count.merge(p.department(), 1, Integer::sum));
        assertThat(count).containsOnlyKeys("Groceries", "Household", "Electronics", "Books");
        assertThat(count.values()).allMatch(n -> n >= 50);
    }

    @Test
    void electronicsHavePartNumbersAndBooksHaveIsbns() {
        assertThat(products)
                .filteredOn(p -> p.department().equals("Electronics"))
                .allMatch(p -> p.mpn().isPresent());
        assertThat(products)
                .filteredOn(p -> p.department().equals("Books"))
                .allMatch(p -> p.gtin().startsWith("978"));
    }

    @Test
    void everyProductCanBeComparedInTwoToSixShops() {
        Map<Integer, Integer> sellers = new HashMap<>();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            for (RunningShop shop : sandbox.shops()) {
                for (Offer offer : sandbox.offers(shop.id())) {
                    sellers.merge(offer.product().number(), 1, Integer::sum);
                }
            }
        }
        assertThat(sellers).hasSize(products.size());
        assertThat(sellers.values()).allMatch(n -> n >= 2 && n <= 6);
    }

    private static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }
}
