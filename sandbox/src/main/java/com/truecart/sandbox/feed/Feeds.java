package com.truecart.sandbox.feed;

import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.ShopTerms;
import com.truecart.sandbox.till.PublishedPromotion;
import com.truecart.sandbox.world.Product;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A shop's feeds: every shop publishes its promotions, feed shops their products too. */
public final class Feeds {
    private final Store store;
    private final URI base;
    private final boolean chineseTitles;
    private final boolean products;

    private Feeds(Store store, URI base, boolean chineseTitles, boolean products) {
        this.store = store;
        this.base = base;
        this.chineseTitles = chineseTitles;
        this.products = products;
    }

    /** The promotions alone, beside another protocol. */
    public static Feeds promotionsOf(Store store, URI base) {
        return new Feeds(store, base, false, false);
    }

    /** Products and promotions. */
    public static Feeds of(Store store, URI base, boolean chineseTitles) {
        return new Feeds(store, base, chineseTitles, true);
    }

    /** The feed this asks for, if it asks for one. */
    public Optional<Reply> answer(Request request) {
        if (!request.method().equals("GET")) {
            return Optional.empty();
        }
        return switch (request.path()) {
            case "/promotions.tsv" -> Optional.of(promotions(request, FeedForm.TSV));
            case "/promotions.xml" -> Optional.of(promotions(request, FeedForm.XML));
            case "/products.tsv" -> listed(request, FeedForm.TSV);
            case "/products.xml" -> listed(request, FeedForm.XML);
            default -> Optional.empty();
        };
    }

    private Optional<Reply> listed(Request request, FeedForm form) {
        if (!products) {
            return Optional.empty();
        }
        List<List<Cell>> entries = store.shelf().offers().stream().map(this::productCells).toList();
        return Optional.of(write(request, form, entries));
    }

    private Reply promotions(Request request, FeedForm form) {
        List<PublishedPromotion> rows = new ArrayList<>(store.till().published(store.shelf()));
        rows.addAll(PublishedPromotion.freeDelivery(store.terms()));
        return write(request, form, rows.stream().map(Feeds::promotionCells).toList());
    }

    private Reply write(Request request, FeedForm form, List<List<Cell>> entries) {
        String title = store.terms().name() + " " + store.terms().nameZh();
        return Conditional.unlessKnown(request, form.write(title, base.toString(), entries));
    }

    private static List<Cell> promotionCells(PublishedPromotion row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell("promotion_id", row.id()));
        row.columns().forEach((name, value) -> cells.add(new Cell(name, value)));
        return cells;
    }

    private List<Cell> productCells(Offer offer) {
        Product product = offer.product();
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell("id", offer.itemId()));
        cells.add(new Cell("title", chineseTitles ? product.nameZh() : product.name()));
        cells.add(new Cell("description", product.description()));
        cells.add(new Cell("link", base + "/p/" + offer.sku()));
        cells.add(new Cell("image_link", base + "/img/" + offer.sku() + ".svg"));
        cells.add(new Cell("availability", offer.stock() > 0 ? "in_stock" : "out_of_stock"));
        cells.add(new Cell("price", PublishedPromotion.hkd(offer.regularPrice())));
        if (offer.onSale()) {
            cells.add(new Cell("sale_price", PublishedPromotion.hkd(offer.price())));
        }
        cells.add(new Cell("brand", chineseTitles ? product.brandZh() : product.brand()));
        cells.add(new Cell("gtin", product.gtin()));
        product.mpn().ifPresent(mpn -> cells.add(new Cell("mpn", mpn)));
        cells.add(new Cell("condition", "new"));
        cells.add(
                new Cell(
                        "product_type",
                        String.join(
                                " > ", chineseTitles ? product.categoryZh() : product.category())));
        cells.add(
                new Cell(
                        "product_detail",
                        chineseTitles
                                ? "Names:English name:" + product.name()
                                : "Names:中文名稱:" + product.nameZh()));
        ShopTerms terms = store.terms();
        cells.add(
                new Cell(
                        "shipping", "HK::Standard:" + PublishedPromotion.hkd(terms.deliveryFee())));
        if (terms.freeFrom().isPresent()) {
            cells.add(
                    new Cell(
                            "free_shipping_threshold",
                            "HK:" + PublishedPromotion.hkd(terms.freeFrom().getAsLong())));
        }
        return cells;
    }
}
