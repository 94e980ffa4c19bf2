package com.truecart.sandbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a buyer's program can work out from a promotions feed alone: rules on products first, then
 * off the order, then codes off what is left, then delivery; of an exclusive group the best.
 */
final class PublishedRules {
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final RunningShop shop;

    PublishedRules(RunningShop shop) {
        this.shop = shop;
        List<String> lines =
                new Caller(shop.base().toString()).get("/promotions.tsv").text().lines().toList();
        String[] head = lines.getFirst().split("\t", -1);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < head.length; i++) {
                if (!cells[i].isEmpty()) {
                    row.put(head[i], cells[i]);
                }
            }
            rows.add(row);
        }
    }

    /** A line of a cart. */
    record Line(String itemId, int quantity, long price) {}

    /** Goods and standard delivery, in cents. */
    long total(List<Line> lines, Set<String> codes) {
        Map<String, Long> running = new LinkedHashMap<>();
        lines.forEach(l -> running.put(l.itemId(), l.price() * l.quantity()));
        for (Map<String, String> row : rows) {
            switch (row.getOrDefault("coupon_value_type", "")) {
                case "buy_m_get_n_percent_off" -> buyGet(row, lines, running);
                case "promotion_price" -> bundle(row, lines, running);
                default -> {}
            }
        }
        long goods = sum(running);
        goods -= bestPerGroup(goods);
        for (Map<String, String> row : rows) {
            if (codes.contains(row.getOrDefault("generic_redemption_code", ""))) {
                goods -= coupon(row, running, goods);
            }
        }
        return goods + delivery(goods);
    }

    private static void buyGet(
            Map<String, String> row, List<Line> lines, Map<String, Long> running) {
        int buy = number(row, "minimum_purchase_quantity");
        int get = number(row, "get_this_quantity_discounted");
        int percent = number(row, "percent_off");
        for (Line line : lines) {
            if (covers(row, line.itemId())) {
                long units = (long) (line.quantity() / (buy + get)) * get;
                running.merge(line.itemId(), -units * (line.price() * percent / 100), Long::sum);
            }
        }
    }

    private static void bundle(
            Map<String, String> row, List<Line> lines, Map<String, Long> running) {
        List<Long> units = new ArrayList<>();
        for (Line line : lines) {
            for (int n = 0; covers(row, line.itemId()) && n < line.quantity(); n++) {
                units.add(line.price());
            }
        }
        units.sort(Comparator.reverseOrder());
        int size = number(row, "minimum_purchase_quantity");
        long saved = 0;
        for (int i = 0; i + size <= units.size(); i += size) {
            long full = units.subList(i, i + size).stream().mapToLong(Long::longValue).sum();
            saved += Math.max(0, full - money(row, "promotion_price"));
        }
        // where on the lines it falls does not matter to the total
        running.put("bundle", -saved);
    }

    private long bestPerGroup(long goods) {
        Map<String, Long> best = new TreeMap<>();
        for (Map<String, String> row : rows) {
            boolean automatic = row.getOrDefault("offer_type", "").equals("no_code");
            if (automatic
                    && row.getOrDefault("coupon_value_type", "").equals("money_off")
                    && goods >= money(row, "minimum_purchase_amount")) {
                String group = row.getOrDefault("exclusive_group", row.get("promotion_id"));
                best.merge(String.valueOf(group), money(row, "money_off_amount"), Math::max);
            }
        }
        return sum(best);
    }

    private static long coupon(Map<String, String> row, Map<String, Long> running, long goods) {
        if (goods < money(row, "minimum_purchase_amount")) {
            return 0;
        }
        if (row.containsKey("money_off_amount")) {
            return Math.min(goods, money(row, "money_off_amount"));
        }
        long base =
                row.containsKey("item_id")
                        ? running.entrySet().stream()
                                .filter(e -> covers(row, e.getKey()))
                                .mapToLong(Map.Entry::getValue)
                                .sum()
                        : goods;
        long off = (base * number(row, "percent_off") + 50) / 100;
        return row.containsKey("max_discount_amount")
                ? Math.min(off, money(row, "max_discount_amount"))
                : off;
    }

    private long delivery(long goods) {
        for (Map<String, String> row : rows) {
            if (row.getOrDefault("coupon_value_type", "").equals("free_shipping_standard")
                    && goods >= money(row, "minimum_purchase_amount")) {
                return 0;
            }
        }
        return shop.deliveryFee();
    }

    private static boolean covers(Map<String, String> row, String itemId) {
        return List.of(row.getOrDefault("item_id", "").split(",", -1)).contains(itemId);
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(row.getOrDefault(column, "0"));
    }

    private static long money(Map<String, String> row, String column) {
        String amount = row.getOrDefault(column, "0.00 HKD").replace(" HKD", "");
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    private static long sum(Map<String, Long> amounts) {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }
}
