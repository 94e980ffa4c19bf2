package com.truecart.realshops.vendure;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.realshops.RealShops;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/**
 * The rules as we read them give what the real shop gives, to the cent and to the fraction, for
 * random promotions and baskets. The property {@code realshops.baskets} says how many.
 */
class RandomBasketsTest {
    private static final int BASKETS = Integer.getInteger("realshops.baskets", 100);
    private static final int BASKETS_PER_ROUND = 20;
    private static final long SEED = Long.getLong("realshops.seed", 20_261_125);

    @Test
    void theRulesAreReadRight() {
        RealShops.assumeNode();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        int quoted = 0;
        int moved = 0;
        try (VendureShop shop = VendureShop.start()) {
            DrawnShop drawn = DrawnShop.fill(shop, random);
            for (int round = 0; quoted < BASKETS; round++) {
                boolean withTax = round % 2 == 1;
                shop.admin().pricesIncludeTax(withTax);
                shop.promotions().clear();
                drawn.promotions("R" + round + "P", random).forEach(shop.promotions()::add);
                List<Promotion> promotions = shop.promotions().present();
                for (int i = 0; i < BASKETS_PER_ROUND && quoted < BASKETS; i++, quoted++) {
                    Basket basket = drawn.basket(promotions, random);
                    Quote quote = shop.quote(basket);
                    assertThat(quote)
                            .as("%s with %s, prices with tax: %s", basket, promotions, withTax)
                            .isEqualTo(
                                    Reckoning.quote(withTax, promotions, drawn.variants(), basket));
                    if (!quote.withLines().subTotal().equals(quote.last().subTotal())) {
                        moved++;
                    }
                }
            }
        }
        System.out.println(quoted + " baskets agree; of " + moved + " the goods moved");
    }
}
