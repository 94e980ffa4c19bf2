package com.truecart.carrier.kuaidi100;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Kuaidi100's codes of carriers, by the names stores use. Source: its public table of carriers, the
 * ones most parcels go by.
 */
final class CompanyCodes {
    private static final Map<String, String> CODES =
            Map.ofEntries(
                    Map.entry("顺丰", "shunfeng"),
                    Map.entry("sf", "shunfeng"),
                    Map.entry("圆通", "yuantong"),
                    Map.entry("yto", "yuantong"),
                    Map.entry("中通", "zhongtong"),
                    Map.entry("zto", "zhongtong"),
                    Map.entry("申通", "shentong"),
                    Map.entry("sto", "shentong"),
                    Map.entry("韵达", "yunda"),
                    Map.entry("yunda", "yunda"),
                    Map.entry("极兔", "jtexpress"),
                    Map.entry("j&t", "jtexpress"),
                    Map.entry("京东", "jd"),
                    Map.entry("jd", "jd"),
                    Map.entry("邮政", "youzhengguonei"),
                    Map.entry("china post", "youzhengguonei"),
                    Map.entry("ems", "ems"),
                    Map.entry("德邦", "debangkuaidi"),
                    Map.entry("deppon", "debangkuaidi"),
                    Map.entry("百世", "huitongkuaidi"),
                    Map.entry("best", "huitongkuaidi"),
                    Map.entry("菜鸟", "danniao"),
                    Map.entry("丹鸟", "danniao"));

    private CompanyCodes() {}

    /** The code of a carrier as a store names it: "SF Express", "顺丰速运", "shunfeng". */
    static Optional<String> of(String carrier) {
        String name = carrier.strip().toLowerCase(Locale.ROOT);
        if (CODES.containsValue(name)) {
            return Optional.of(name);
        }
        return CODES.entrySet().stream()
                .filter(code ->
                        name.equals(code.getKey())
                                || name.startsWith(code.getKey() + " ")
                                || (!isLatin(code.getKey()) && name.contains(code.getKey())))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isLatin(String name) {
        return name.chars().allMatch(letter -> letter < 0x80);
    }
}
