package com.truecart.pricing;

import static com.truecart.model.Promotion.Stage.ITEM;
import static com.truecart.model.Promotion.Stage.QUANTITY;
import static com.truecart.pricing.Given.always;
import static com.truecart.pricing.Given.cart;
import static com.truecart.pricing.Given.hkd;
import static com.truecart.pricing.Given.line;
import static com.truecart.pricing.Given.priced;
import static com.truecart.pricing.Offers.offer;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.BundlePrice;
import com.truecart.model.Benefit.BundleSave;
import com.truecart.model.Promotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where units can be divided among multi-buys in more ways than are tried. */
class MultiBuyLimitsTest {

    /** Each offer keeps its own or joins the store's: two to the 12th ways are just tried. */
    private static final int JUST_TRIED = 12;

    @Test
    void asManyWaysAsAreTriedAreProvenBest() {
        PricedCart priced = priced(each(JUST_TRIED, new BundleSave(2, hkd("5"))));
        assertThat(priced.payable()).as("six pairs").isEqualTo(hkd("90"));
        assertThat(priced.isProvenBest()).isTrue();
    }

    @Test
    void beyondThemAllOffersTogetherAreTriedAndThenOneByOne() {
        PricedCart together = priced(each(13, new BundlePrice(13, hkd("100"))));
        assertThat(together.payable()).isEqualTo(hkd("100"));
        assertThat(together.isProvenBest()).isFalse();
        // six pairs save 30.00, and the thirteenth keeps its own dollar
        PricedCart pairs = priced(each(13, new BundleSave(2, hkd("5"))));
        assertThat(pairs.payable()).isEqualTo(hkd("99"));
        assertThat(pairs.isProvenBest()).isFalse();
        // twelve are dearer than thirteen times a dollar less
        PricedCart own = priced(each(13, new BundleSave(13, hkd("12"))));
        assertThat(own.payable()).isEqualTo(hkd("117"));
    }

    @Test
    void anOfferJoinsTheGroupThatLacksOne() {
        // five groups of 2.60 for two and the own dollar each: a pair saves more than two dollars
        PricedCart pairs = priced(each(13, new BundleSave(2, hkd("2.60"))));
        assertThat(pairs.payable()).isEqualTo(hkd("113.40"));
    }

    @Test
    void ofTooManyMultiBuysOfTheStoreThoseThatSaveLeastArePassedOver() {
        PricedCart all = priced(storeWide(QuantityStage.MOST_ACROSS));
        assertThat(all.payable()).isEqualTo(hkd("19.76"));
        assertThat(all.isProvenBest()).isTrue();
        PricedCart some = priced(storeWide(QuantityStage.MOST_ACROSS + 1));
        assertThat(some.payable()).isEqualTo(hkd("19.75"));
        assertThat(some.isProvenBest()).isFalse();
        assertThat(some.notApplied()).hasSize(QuantityStage.MOST_ACROSS);
    }

    @Test
    void ofTooManyMultiBuysOfOneOfferThoseThatSaveLeastArePassedOver() {
        PricedCart all = priced(own(QuantityStage.MOST_OWN));
        assertThat(all.payable()).isEqualTo(hkd("19.88"));
        assertThat(all.isProvenBest()).isTrue();
        PricedCart some = priced(own(QuantityStage.MOST_OWN + 1));
        assertThat(some.payable()).isEqualTo(hkd("19.87"));
        assertThat(some.isProvenBest()).isFalse();
    }

    @Test
    void unitsAtTwoPricesAreDividedTogetherAsLongAsTheirNumberAllows() {
        PricedCart whole = priced(twoPrices(25, 26));
        // 25 pairs and the 51st: one pair has a unit of each price
        assertThat(whole.payable()).isEqualTo(hkd("435"));
        assertThat(whole.isProvenBest()).isTrue();
        PricedCart apart = priced(twoPrices(71, 71));
        assertThat(apart.payable()).as("35 pairs of each price").isEqualTo(hkd("1208"));
        assertThat(apart.isProvenBest()).isFalse();
    }

    @Test
    void soManyUnitsOfOneOfferAreDividedInHalves() {
        Promotion pair = always("pair", QUANTITY, new BundleSave(2, hkd("1")));
        Promotion five = always("five", QUANTITY, new BundleSave(5, hkd("2.50")));
        List<CartLine> lines = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            lines.add(new CartLine("l" + i, Given.offer("a", "10", pair, five), 999));
        }
        PricedCart four = priced(cart(lines.subList(0, 4)));
        assertThat(four.payable()).as("1,998 pairs").isEqualTo(hkd("37962"));
        assertThat(four.isProvenBest()).isTrue();
        PricedCart eight = priced(cart(lines));
        assertThat(eight.payable()).isEqualTo(hkd("75924"));
        assertThat(eight.isProvenBest()).isFalse();
    }

    /** So many at 10.00, each with a sale of its own at 9.00, beside one multi-buy of the store. */
    private static StoreCart each(int offers, Benefit ofStore) {
        Promotion own = always("own", QUANTITY, new Benefit.UnitPrice(hkd("9"), Optional.empty()));
        List<CartLine> lines =
                IntStream.range(0, offers).mapToObj(i -> line("o" + i, "10", 1, own)).toList();
        return cart(lines, offer("store", QUANTITY, ofStore));
    }

    /** Two things at 10.00 each, and pairs that save a cent, two, three and so on. */
    private static StoreCart storeWide(int promotions) {
        List<Promotion> all = new ArrayList<>();
        for (int cents = 1; cents <= promotions; cents++) {
            all.add(
                    offer(
                            "save %02d".formatted(cents),
                            QUANTITY,
                            new BundleSave(2, Golden.cents(cents))));
        }
        List<CartLine> lines = List.of(line("a", "10", 1), line("b", "10", 1));
        return cart(lines, all.toArray(Promotion[]::new));
    }

    private static StoreCart own(int promotions) {
        List<Promotion> all = new ArrayList<>();
        for (int cents = 1; cents <= promotions; cents++) {
            all.add(
                    always(
                            "save %02d".formatted(cents),
                            QUANTITY,
                            new BundleSave(2, Golden.cents(cents))));
        }
        return cart(List.of(line("a", "10", 2, all.toArray(Promotion[]::new))));
    }

    /** So many at a sale price of 8.00 and the others at 10.00; every pair saves a dollar. */
    private static StoreCart twoPrices(int onSale, int others) {
        Promotion sale = always("sale", ITEM, new Benefit.UnitPrice(hkd("8"), Optional.of(onSale)));
        Promotion pair = always("pair", QUANTITY, new BundleSave(2, hkd("1")));
        Promotion three = always("three", QUANTITY, new BundleSave(3, hkd("0.30")));
        return cart(List.of(line("a", "10", onSale + others, sale, pair, three)));
    }
}
