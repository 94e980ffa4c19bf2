package com.truecart.sandbox;

import com.truecart.sandbox.feed.FeedShop;
import com.truecart.sandbox.http.Service;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.ShopTerms;
import com.truecart.sandbox.till.EverydayTill;
import com.truecart.sandbox.till.HarbourTill;
import com.truecart.sandbox.till.LanternTill;
import com.truecart.sandbox.till.PeakRules;
import com.truecart.sandbox.till.SampanTill;
import com.truecart.sandbox.till.Till;
import com.truecart.sandbox.till.TinRules;
import com.truecart.sandbox.till.VoltageTill;
import com.truecart.sandbox.ucp.UcpShop;
import com.truecart.sandbox.woo.WooShop;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;

/** The seven shops, in the order of their ports. */
final class Street {
    private static final String GROCERIES = "Groceries";
    private static final String HOUSEHOLD = "Household";
    private static final String ELECTRONICS = "Electronics";
    private static final String BOOKS = "Books";

    private Street() {}

    /** A shop before it opens. */
    record Plan(
            ShopTerms terms,
            Protocol protocol,
            Till till,
            BiFunction<Store, URI, Service> opening) {}

    /** All plans. */
    static List<Plan> plans() {
        return List.of(
                new Plan(
                        terms(
                                "harbour-grocer",
                                "Harbour Grocer",
                                "港灣超市",
                                "HG",
                                Set.of(),
                                true,
                                3_000,
                                30_000,
                                1,
                                GROCERIES,
                                HOUSEHOLD),
                        Protocol.WOOCOMMERCE,
                        new HarbourTill(),
                        (store, base) -> new WooShop(store, base, false)),
                new Plan(
                        terms(
                                "lantern-books",
                                "Lantern Books",
                                "燈籠書店",
                                "LB",
                                Set.of(),
                                true,
                                2_000,
                                25_000,
                                4,
                                BOOKS,
                                HOUSEHOLD),
                        Protocol.WOOCOMMERCE,
                        new LanternTill(),
                        (store, base) -> new WooShop(store, base, false)),
                new Plan(
                        terms(
                                "sampan-general",
                                "Sampan General",
                                "舢舨百貨",
                                "SG",
                                SampanTill.FLAGGED,
                                true,
                                2_500,
                                0,
                                2,
                                GROCERIES,
                                HOUSEHOLD,
                                ELECTRONICS),
                        Protocol.WOOCOMMERCE,
                        new SampanTill(),
                        (store, base) -> new WooShop(store, base, true)),
                new Plan(
                        terms(
                                "voltage",
                                "Voltage",
                                "伏特電子",
                                "VT",
                                Set.of(),
                                false,
                                4_000,
                                50_000,
                                3,
                                ELECTRONICS),
                        Protocol.UCP,
                        new VoltageTill(),
                        (store, base) -> new UcpShop(store, base, Optional.of(9_000L))),
                new Plan(
                        terms(
                                "everyday-home",
                                "Everyday Home",
                                "日日家居",
                                "EH",
                                both(EverydayTill.SNACKS, EverydayTill.THIRD_FREE),
                                false,
                                3_500,
                                40_000,
                                2,
                                HOUSEHOLD,
                                GROCERIES),
                        Protocol.UCP,
                        new EverydayTill(),
                        (store, base) -> new UcpShop(store, base, Optional.empty())),
                new Plan(
                        terms(
                                "peak-market",
                                "Peak Market",
                                "山頂市集",
                                "PM",
                                PeakRules.THIRD_FREE,
                                false,
                                5_000,
                                50_000,
                                5,
                                GROCERIES,
                                HOUSEHOLD,
                                ELECTRONICS,
                                BOOKS),
                        Protocol.FEED_XML,
                        new PeakRules(),
                        (store, base) -> new FeedShop(store, base, false)),
                new Plan(
                        terms(
                                "tin-mart",
                                "Tin Mart",
                                "鐵罐士多",
                                "TM",
                                Set.of(TinRules.LEMON_TEA),
                                false,
                                2_000,
                                0,
                                3,
                                GROCERIES),
                        Protocol.FEED_TSV,
                        new TinRules(),
                        (store, base) -> new FeedShop(store, base, true)));
    }

    private static ShopTerms terms(
            String id,
            String name,
            String nameZh,
            String prefix,
            Set<Integer> always,
            boolean numericIds,
            long deliveryFee,
            long freeFrom,
            int deliversWithinDays,
            String... departments) {
        return new ShopTerms(
                id,
                name,
                nameZh,
                prefix,
                List.of(departments),
                always,
                numericIds,
                deliveryFee,
                freeFrom == 0 ? OptionalLong.empty() : OptionalLong.of(freeFrom),
                deliversWithinDays);
    }

    private static Set<Integer> both(Set<Integer> one, Set<Integer> other) {
        Set<Integer> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
