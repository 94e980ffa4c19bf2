package com.truecart.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.sandbox.store.Offer;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FeedsTest {
    private static final String G = "http://base.google.com/ns/1.0";
    private static final String PEAK = "peak-market";
    private static final String TIN = "tin-mart";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void theXmlFeedHoldsEveryProductWithPricesAndDelivery() throws Exception {
        Offer sale = sandbox.offers(PEAK).stream().filter(Offer::onSale).findFirst().orElseThrow();
        sandbox.setPrice(PEAK, sale.sku(), 1_234);

        Document feed = xml(at(PEAK, "/products.xml").text());

        List<Element> items = items(feed);
        assertThat(items).hasSameSizeAs(sandbox.offers(PEAK));
        Element item =
                items.stream()
                        .filter(i -> text(i, "id").equals(sale.sku()))
                        .findFirst()
                        .orElseThrow();
        assertThat(text(item, "sale_price")).isEqualTo("12.34 HKD");
        assertThat(text(item, "gtin")).isEqualTo(sale.product().gtin());
        assertThat(text(item, "attribute_value")).isEqualTo(sale.product().nameZh());
        assertThat(text(item, "price_threshold")).isEqualTo("500.00 HKD");
        Element shipping = (Element) item.getElementsByTagNameNS(G, "shipping").item(0);
        assertThat(text(shipping, "price")).isEqualTo("50.00 HKD");
    }

    @Test
    void theTextFeedHasAsManyCellsInEveryRowAsInItsHeadAndChineseTitles() {
        List<String> lines = at(TIN, "/products.tsv").text().lines().toList();

        int columns = lines.getFirst().split("\t", -1).length;
        assertThat(lines).hasSize(sandbox.offers(TIN).size() + 1);
        assertThat(lines).allMatch(line -> line.split("\t", -1).length == columns);
        assertThat(lines.get(1)).contains(sandbox.offers(TIN).getFirst().product().nameZh());
    }

    @Test
    void promotionsComeInBothFormsWithTheSameRules() throws Exception {
        List<Element> rules = items(xml(at(PEAK, "/promotions.xml").text()));
        List<String> rows = at(PEAK, "/promotions.tsv").text().lines().skip(1).toList();

        assertThat(rules).hasSameSizeAs(rows);
        assertThat(rules)
                .extracting(r -> text(r, "coupon_value_type"))
                .contains(
                        "percent_off",
                        "money_off",
                        "buy_m_get_n_percent_off",
                        "free_shipping_standard",
                        "free_gift_with_value");
        assertThat(at(TIN, "/promotions.tsv").text()).contains("no_structured_data");
    }

    @Test
    void anUnchangedFeedIsNotSentAgainAndAChangedOneIs() {
        Caller shop = new Caller(sandbox.shop(PEAK).base().toString());
        String tag = shop.get("/products.xml").header("ETag");

        assertThat(shop.get("/products.xml", "If-None-Match", tag).status()).isEqualTo(304);
        Offer offer = sandbox.offers(PEAK).getFirst();
        sandbox.setPrice(PEAK, offer.sku(), offer.price() + 100);
        assertThat(shop.get("/products.xml", "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void everyShopSaysWhereItsPromotionsAreAndAProductHasAPageAndAPicture() {
        for (RunningShop shop : sandbox.shops()) {
            Caller caller = new Caller(shop.base().toString());
            String sku = sandbox.offers(shop.id()).getFirst().sku();
            String feed = shop.promotionsFeed().getPath();

            assertThat(caller.get(feed).text()).as(shop.id()).contains("promotion_id");
            assertThat(caller.get("/p/" + sku).text()).contains("application/ld+json");
            assertThat(caller.get("/img/" + sku + ".svg").header("Content-Type"))
                    .startsWith("image/svg+xml");
        }
    }

    private Caller.Answer at(String shop, String path) {
        return new Caller(sandbox.shop(shop).base().toString()).get(path);
    }

    private static Document xml(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static List<Element> items(Document feed) {
        List<Element> items = new ArrayList<>();
        var nodes = feed.getElementsByTagName("item");
        for (int i = 0; i < nodes.getLength(); i++) {
            items.add((Element) nodes.item(i));
        }
        return items;
    }

    private static String text(Element element, String name) {
        var nodes = element.getElementsByTagNameNS(G, name);
        return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent();
    }
}
