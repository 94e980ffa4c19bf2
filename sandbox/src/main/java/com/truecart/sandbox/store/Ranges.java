package com.truecart.sandbox.store;

import com.truecart.sandbox.world.Product;
import com.truecart.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;

/** Deals the world out to the shops, the same way on every start. */
public final class Ranges {
    private final World world;
    private final List<ShopTerms> shops;

    /** Remembers who sells. */
    public Ranges(World world, List<ShopTerms> shops) {
        this.world = world;
        this.shops = List.copyOf(shops);
    }

    /** What this shop has on its shelf when it opens. */
    public Shelf shelf(ShopTerms shop) {
        List<Offer> offers = new ArrayList<>();
        for (Product product : world.products()) {
            if (sellers(product).contains(shop)) {
                offers.add(offer(shop, product));
            }
        }
        return new Shelf(offers);
    }

    /** Two shops at least, so that there is something to compare. */
    private List<ShopTerms> sellers(Product product) {
        List<ShopTerms> candidates =
                shops.stream()
                        .filter(s -> s.departments().contains(product.department()))
                        .sorted(
                                Comparator.comparingInt(
                                        s -> dice(s.id(), product, "range", 1 << 16)))
                        .toList();
        int count = Math.min(candidates.size(), 2 + dice("", product, "count", candidates.size()));
        List<ShopTerms> sellers = new ArrayList<>(candidates.subList(0, count));
        for (ShopTerms shop : candidates) {
            if (shop.always().contains(product.number()) && !sellers.contains(shop)) {
                sellers.add(shop);
            }
        }
        return sellers;
    }

    private static Offer offer(ShopTerms shop, Product product) {
        int percent = 90 + dice(shop.id(), product, "price", 21);
        long regular = rounded(product, product.listPrice() * percent / 100);
        boolean sale = dice(shop.id(), product, "sale", 6) == 0;
        int off = 10 + 5 * dice(shop.id(), product, "off", 4);
        long price = sale ? rounded(product, regular * (100 - off) / 100) : regular;
        int stockDice = dice(shop.id(), product, "stock", 50);
        int stock =
                stockDice == 0 && !shop.always().contains(product.number())
                        ? 0
                        : stockDice < 4 ? 2 + stockDice : 40 + stockDice * 4;
        String sku = shop.sku(product.number());
        String itemId = shop.numericIds() ? Integer.toString(product.number()) : sku;
        return new Offer(sku, itemId, product, regular, Math.min(price, regular), stock);
    }

    /** Whole dollars where things are dear, ten cents elsewhere, as on real price labels. */
    private static long rounded(Product product, long cents) {
        long step = product.listPrice() >= 5_000 ? 100 : 10;
        return Math.max(step, cents / step * step);
    }

    private static int dice(String shop, Product product, String what, int sides) {
        CRC32 crc = new CRC32();
        crc.update((shop + "/" + product.number() + "/" + what).getBytes(StandardCharsets.UTF_8));
        // the low bits of a CRC over near-equal texts are too regular, so they are mixed once more
        long mixed = crc.getValue() * 0x9E3779B97F4A7C15L;
        return (int) Math.floorMod(mixed >>> 32, (long) sides);
    }
}
