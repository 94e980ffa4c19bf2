package com.truecart.connector.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Seller;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.Reply;
import com.truecart.testkit.Pulled;
import com.truecart.testkit.Seeded;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Paging against a shop in memory, which changes while it is read. */
class WooCatalogTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final int PER_PAGE = 100;

    private final List<String> products = new ArrayList<>();
    private final List<String> variations = new ArrayList<>();
    private final WooCatalog catalog =
            new WooCatalog(
                    new Calls(
                            URI.create("https://shop.example/"),
                            call -> answer(call.uri().getQuery())),
                    new Translate(new Seller("shop", Localized.of("en", "A shop")), "en"),
                    Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void productsThatVanishWhileTheShopIsReadTakeNoOthersWithThem() {
        Seeded.rounds(
                50,
                20261123,
                random -> {
                    products.clear();
                    IntStream.rangeClosed(1, 450).forEach(id -> products.add(product(id)));
                    Function<Pull, Page<Listing>> whileItShrinks =
                            pull -> {
                                Page<Listing> page = catalog.page(pull);
                                for (int i = random.nextInt(0, 30); i > 0; i--) {
                                    products.remove(random.nextInt(products.size()));
                                }
                                return page;
                            };
                    List<String> delivered =
                            Pulled.everything(whileItShrinks).entries().stream()
                                    .map(Listing::upstreamId)
                                    .toList();
                    List<String> left =
                            products.stream()
                                    .map(json -> json.replaceAll("\\{\"id\":(\\d+).*", "$1"))
                                    .toList();
                    assertThat(delivered).containsAll(left);
                });
    }

    @Test
    void ofAProductWithVariationsTheVariationsAreWhatOneCanBuy() {
        products.add(product(1));
        products.add(product(2).replace("\"simple\"", "\"variable\""));
        products.add(product(3).replace("\"simple\"", "\"grouped\""));
        variations.add(product(21).replace("\"parent\":0", "\"parent\":2"));
        variations.add(product(22).replace("\"parent\":0", "\"parent\":2"));

        Pulled<Listing> pulled = Pulled.everything(catalog::page);

        assertThat(pulled.entries())
                .extracting(Listing::upstreamId)
                .containsExactly("1", "21", "22");
        assertThat(pulled.entries().getLast().variantOf()).contains("2");
        assertThat(pulled.skipped()).isEmpty();
    }

    @Test
    void aProductThatCannotBeReadIsNamedAndTheOthersStay() {
        products.add(product(1));
        products.add(product(2).replace("\"1290\"", "\"\""));
        products.add(product(3).replace("\"simple\"", "\"external\""));

        Pulled<Listing> pulled = Pulled.everything(catalog::page);

        assertThat(pulled.entries()).extracting(Listing::upstreamId).containsExactly("1");
        assertThat(pulled.skipped())
                .extracting(Page.Skipped::upstreamRef, Page.Skipped::field)
                .containsExactly(tuple("product 2", "prices.price"), tuple("product 3", "type"));
    }

    private Reply answer(String query) {
        List<String> all = query.contains("type=variation") ? variations : products;
        int page = Integer.parseInt(query.replaceAll(".*&page=(\\d+).*", "$1"));
        int pages = (all.size() + PER_PAGE - 1) / PER_PAGE;
        String body =
                all.stream()
                        .skip((page - 1L) * PER_PAGE)
                        .limit(PER_PAGE)
                        .collect(Collectors.joining(",", "[", "]"));
        return new Reply(
                200,
                Map.of(
                        "x-wp-total", List.of(Integer.toString(all.size())),
                        "x-wp-totalpages", List.of(Integer.toString(pages))),
                body,
                NOW);
    }

    private static String product(int id) {
        return """
        {"id":%d,"type":"simple","name":"Tea","parent":0,"is_in_stock":true,
        "prices":{"price":"1290","currency_code":"HKD","currency_minor_unit":2}}\
        """
                .formatted(id)
                .replace("\n", "");
    }
}
