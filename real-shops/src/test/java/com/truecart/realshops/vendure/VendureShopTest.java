package com.truecart.realshops.vendure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.realshops.RealShops;
import com.truecart.realshops.vendure.OrderChange.AddLines;
import com.truecart.realshops.vendure.OrderChange.ChangeQuantity;
import com.truecart.realshops.vendure.PromotionAction.FacetBasedDiscount;
import com.truecart.realshops.vendure.PromotionAction.FreeShipping;
import com.truecart.realshops.vendure.PromotionAction.OrderFixedDiscount;
import com.truecart.realshops.vendure.PromotionAction.OrderLineFixedDiscount;
import com.truecart.realshops.vendure.PromotionAction.OrderPercentageDiscount;
import com.truecart.realshops.vendure.PromotionAction.ProductsPercentageDiscount;
import com.truecart.realshops.vendure.PromotionCondition.AtLeastNWithFacets;
import com.truecart.realshops.vendure.PromotionCondition.ContainsProducts;
import com.truecart.realshops.vendure.PromotionCondition.InCustomerGroup;
import com.truecart.realshops.vendure.PromotionCondition.MinimumOrderAmount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a real Vendure says of a few baskets, computed by hand beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VendureShopTest {
    private static final PromotionCondition ALWAYS = new AtLeastNWithFacets(1, List.of());

    private VendureShop shop;
    private long kitchen;
    private Variant mug;
    private Variant book;
    private Variant bread;
    private ShippingMethod post;
    private long club;
    private Customer member;

    @BeforeAll
    void open() {
        RealShops.assumeNode();
        shop = VendureShop.start();
        VendureAdmin admin = shop.admin();
        kitchen = admin.addFacetValue("kitchen");
        List<Variant> variants =
                admin.addVariants(
                        List.of(
                                new NewVariant("mug", 1_000, percent("20"), List.of(kitchen)),
                                new NewVariant("book", 800, percent("5"), List.of()),
                                new NewVariant("bread", 200, percent("0"), List.of())));
        mug = variants.get(0);
        book = variants.get(1);
        bread = variants.get(2);
        post = admin.addShippingMethod("post", 500, percent("20"));
        club = admin.addCustomerGroup("club");
        member = admin.addCustomer("member@example.com", List.of(club));
    }

    @AfterAll
    void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @BeforeEach
    void startAfresh() {
        shop.promotions().clear();
        shop.admin().pricesIncludeTax(false);
    }

    @Test
    void taxIsAddedToListPricesOrIsInThem() {
        Basket basket = Basket.of(line(mug, 3), line(book, 1), line(bread, 1)).sentBy(post);

        QuotedOrder net = shop.quote(basket).last();
        assertThat(net.subTotal()).isEqualTo(new TaxedAmount(4_000, 4_640));
        assertThat(net.shipping()).isEqualTo(new TaxedAmount(500, 600));
        assertThat(net.total()).isEqualTo(new TaxedAmount(4_500, 5_240));
        assertThat(net.taxes())
                .containsExactly(
                        new QuotedTax("20 %", percent("20").stripTrailingZeros(), 3_000, 600),
                        new QuotedTax("5 %", percent("5"), 800, 40),
                        new QuotedTax("0 %", percent("0"), 200, 0),
                        new QuotedTax(
                                "shipping tax", percent("20").stripTrailingZeros(), 500, 100));

        shop.admin().pricesIncludeTax(true);
        QuotedOrder gross = shop.quote(basket).last();
        assertThat(gross.subTotal()).isEqualTo(new TaxedAmount(2_500 + 762 + 200, 4_000));
        assertThat(gross.shipping()).isEqualTo(new TaxedAmount(417, 500));
    }

    @Test
    void everyKindOfPromotionAppliesToOneOrder() {
        List<Promotion> promotions =
                Stream.of(
                                PromotionTerms.of(
                                        "5 off from 10",
                                        new MinimumOrderAmount(1_000, true),
                                        new OrderFixedDiscount(500)),
                                PromotionTerms.of(
                                        "10 % with a mug",
                                        new ContainsProducts(1, List.of(mug.id())),
                                        new OrderPercentageDiscount(percent("10"))),
                                PromotionTerms.of(
                                        "20 % of kitchen things",
                                        new AtLeastNWithFacets(2, List.of(kitchen)),
                                        new FacetBasedDiscount(percent("20"), List.of(kitchen))),
                                PromotionTerms.of(
                                        "0.10 off each line for the club",
                                        new InCustomerGroup(club),
                                        new OrderLineFixedDiscount(10)),
                                PromotionTerms.of(
                                        "2 mugs bring a book",
                                        new PromotionCondition.BuyXGetYFree(
                                                2, List.of(mug.id()), 1, List.of(book.id())),
                                        new PromotionAction.BuyXGetYFree()),
                                PromotionTerms.withCode(
                                        "12.5 % of bread",
                                        "BREAD",
                                        new ProductsPercentageDiscount(
                                                percent("12.5"), List.of(bread.id()))),
                                PromotionTerms.of("free shipping", ALWAYS, new FreeShipping()))
                        .map(shop.promotions()::add)
                        .toList();

        Quote quote =
                shop.quote(
                        Basket.of(line(mug, 2), line(book, 2), line(bread, 3))
                                .withCodes("bread")
                                .of(member)
                                .sentBy(post));

        QuotedOrder order = quote.withLines();
        assertThat(order.promotionIds())
                .containsExactlyInAnyOrderElementsOf(
                        promotions.stream().map(Promotion::id).toList());
        assertThat(order.couponCodes()).containsExactly("BREAD");
        // mugs 2000 - 400 - 10; books 1600 - 10 - 800; bread 600 - 10 - 75
        assertThat(order.lines())
                .extracting(discounted -> discounted.discountedLine().net())
                .containsExactly(1_590L, 790L, 515L);
        // a minimum comes last; half a cent of discount is not given: 2895 - 289 (289.5) - 500
        assertThat(order.subTotal().net()).isEqualTo(2_106);
        assertThat(quote.last().shipping()).isEqualTo(new TaxedAmount(0, 0));
        assertThat(quote.last().discounts())
                .extracting(QuotedDiscount::promotionId)
                .containsExactlyInAnyOrderElementsOf(order.promotionIds());
        assertSumsUp(order);
        assertSumsUp(quote.last());
    }

    @Test
    void aDiscountOfTheOrderIsSpreadOverItsLines() {
        shop.promotions().add(PromotionTerms.of("10 off", ALWAYS, new OrderFixedDiscount(1_000)));

        QuotedOrder order = shop.quote(Basket.of(line(mug, 1), line(book, 1))).last();

        // by what they cost with tax: 1200 and 840
        assertThat(order.lines())
                .extracting(line -> line.proratedLine().net())
                .containsExactly(1_000L - 588, 800L - 412);
    }

    @Test
    void aGroupIsForThoseWhoLoggedIn() {
        shop.promotions()
                .add(
                        PromotionTerms.of(
                                "half for the club",
                                new InCustomerGroup(club),
                                new OrderPercentageDiscount(percent("50"))));
        Basket basket = Basket.of(line(bread, 1));

        assertThat(shop.quote(basket).last().subTotal().net()).isEqualTo(200);
        assertThat(shop.quote(basket.of(member)).last().subTotal().net()).isEqualTo(100);
    }

    @Test
    void aCodeThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> shop.quote(Basket.of(line(mug, 1)).withCodes("NOPE")))
                .isInstanceOfSatisfying(
                        VendureRefusal.class,
                        refusal ->
                                assertThat(refusal.code()).isEqualTo("COUPON_CODE_INVALID_ERROR"));
    }

    @Test
    void aPromotionSwitchedOffAndOnKeepsItsPlaceInTheOrder() {
        Promotion fixed =
                shop.promotions()
                        .add(
                                PromotionTerms.of(
                                        "5 off from 10",
                                        new MinimumOrderAmount(1_000, false),
                                        new OrderFixedDiscount(500)));
        shop.promotions()
                .add(PromotionTerms.of("10 %", ALWAYS, new OrderPercentageDiscount(percent("10"))));
        Basket basket = Basket.of(line(mug, 2));
        assertThat(shop.quote(basket).last().subTotal().net()).isEqualTo(1_300);

        shop.promotions().enable(fixed, false);
        assertThat(shop.quote(basket).last().subTotal().net()).isEqualTo(1_800);

        shop.promotions().enable(fixed, true);
        assertThat(shop.quote(basket).last().subTotal().net()).isEqualTo(1_300);
    }

    @Test
    void thePriceDependsOnTheWayToTheBasket() {
        shop.promotions()
                .add(
                        PromotionTerms.of(
                                "10 % from 18",
                                new MinimumOrderAmount(1_800, false),
                                new ProductsPercentageDiscount(
                                        percent("10"), List.of(mug.id(), book.id()))));

        // the discount of the mug takes the order below 18, so there is none for the book
        Basket basket = Basket.of(line(mug, 1), line(book, 1));
        assertThat(shop.quote(basket).last().lines())
                .extracting(line -> line.proratedLine().net())
                .containsExactly(900L, 800L);

        // the next time the mug finds the order below 18
        assertThat(shop.quote(basket.sentBy(post)).last().lines())
                .extracting(line -> line.proratedLine().net())
                .containsExactly(1_000L, 720L);
    }

    @Test
    void anOrderCanBeChangedStepByStep() {
        List<QuotedOrder> orders =
                shop.play(
                        Optional.empty(),
                        List.of(
                                new AddLines(List.of(line(mug, 1), line(book, 1))),
                                new ChangeQuantity(mug.id(), 3),
                                new ChangeQuantity(book.id(), 0)));

        assertThat(orders)
                .extracting(order -> order.subTotal().net())
                .containsExactly(1_800L, 3_800L, 3_000L);
    }

    private static void assertSumsUp(QuotedOrder order) {
        long net = order.lines().stream().mapToLong(line -> line.proratedLine().net()).sum();
        long gross = order.lines().stream().mapToLong(line -> line.proratedLine().gross()).sum();
        assertThat(order.subTotal()).isEqualTo(new TaxedAmount(net, gross));
        assertThat(order.total())
                .isEqualTo(
                        new TaxedAmount(
                                net + order.shipping().net(), gross + order.shipping().gross()));
        assertThat(order.lines().stream().map(QuotedLine::variantId).collect(Collectors.toList()))
                .isSorted();
    }

    private static BasketLine line(Variant variant, int quantity) {
        return new BasketLine(variant.id(), quantity);
    }

    private static BigDecimal percent(String value) {
        return new BigDecimal(value);
    }
}
