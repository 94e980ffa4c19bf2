package com.truecart.connector.jsonld;

import com.truecart.connector.jsonld.Value.Node;
import com.truecart.kit.PlainText;
import com.truecart.kit.UnusableRecord;
import com.truecart.kit.web.Addresses;
import com.truecart.kit.web.RobotTest;
import com.truecart.model.Listing;
import com.truecart.spi.Page;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads one page of a shop. The first markup that states an offer decides: JSON-LD, microdata,
 * RDFa, Open Graph.
 */
record PageReader(Translate translate) {
    /**
     * What a page gave.
     *
     * @param isForPeople whether it is a test for robots instead of the page
     */
    record Read(List<Listing> listings, List<Page.Skipped> skipped, boolean isForPeople) {}

    /** Reads a page; never throws, whatever stands there. */
    Read read(URI address, String html, Instant seenAt) {
        Document document = Jsoup.parse(html, address.toString());
        List<Page.Skipped> skipped = new ArrayList<>();
        for (List<Node> roots : markups(document, address, skipped)) {
            List<Thing> things = Thing.all(roots);
            PageFacts page = PageFacts.of(document, address, things);
            try {
                List<Thing> products = Products.of(page, things);
                if (products.stream().anyMatch(PageReader::statesAnOffer)) {
                    return listings(products, page, seenAt);
                }
                products.forEach(each ->
                        skipped.add(
                                skipped(
                                        address,
                                        new IllegalArgumentException(
                                                "offers: are missing, so there is no price"),
                                        each.text("name").orElse(""))));
            } catch (IllegalArgumentException undecided) {
                skipped.add(skipped(address, undecided, document.title()));
                return new Read(List.of(), skipped, false);
            }
        }
        if (skipped.isEmpty() && RobotTest.is(document)) {
            return new Read(
                    List.of(),
                    List.of(
                            new Page.Skipped(
                                    Addresses.key(address),
                                    "page",
                                    "is a test for robots instead of the page; ask the shop to let"
                                            + " us in",
                                    document.title())),
                    true);
        }
        return new Read(List.of(), skipped.stream().limit(1).toList(), false);
    }

    private Read listings(List<Thing> products, PageFacts page, Instant seenAt) {
        List<Listing> listings = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        for (Thing product : products) {
            // several of one page are told apart as variants are
            boolean isOneOfSeveral = products.size() > 1 && !product.has("hasVariant");
            Consumer<RuntimeException> unusable =
                    problem ->
                            skipped.add(
                                    skipped(
                                            page.address(),
                                            problem,
                                            product.text("name").orElse("")));
            try {
                listings.addAll(
                        translate.listings(
                                isOneOfSeveral ? asGroup(product) : product,
                                page,
                                seenAt,
                                unusable));
            } catch (IllegalArgumentException | ArithmeticException problem) {
                unusable.accept(problem);
            }
        }
        return new Read(listings, skipped, false);
    }

    private static Thing asGroup(Thing product) {
        return product.with("hasVariant", List.of(product));
    }

    private static boolean statesAnOffer(Thing product) {
        return product.has("offers")
                || product.has("offer")
                || product.has("price")
                || product.things("hasVariant").stream().anyMatch(each -> each.has("offers"));
    }

    private static List<List<Node>> markups(
            Document document, URI address, List<Page.Skipped> skipped) {
        List<Node> linked = new ArrayList<>();
        for (Element script : document.select("script[type*=ld+json]")) {
            try {
                linked.addAll(JsonLd.read(script.data()));
            } catch (IllegalArgumentException broken) {
                if (script.data().contains("Product")) {
                    skipped.add(skipped(address, broken, script.data().strip()));
                }
            }
        }
        Optional<Node> openGraph = OpenGraph.read(document);
        return List.of(
                linked,
                AttributeMarkup.MICRODATA.read(document),
                AttributeMarkup.RDFA.read(document),
                openGraph.stream().toList());
    }

    private static Page.Skipped skipped(URI address, RuntimeException problem, String excerpt) {
        return UnusableRecord.skipped(Addresses.key(address), problem, PlainText.of(excerpt, 200));
    }
}
