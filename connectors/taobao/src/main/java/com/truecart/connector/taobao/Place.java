package com.truecart.connector.taobao;

import com.truecart.spi.UpstreamException.Misconfigured;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where links are shown, as filed with Taobao: the third and fourth part of a pid. */
record Place(String site, String adzone) {
    private static final Pattern PID = Pattern.compile("mm_\\d+_(?<site>\\d+)_(?<adzone>\\d+)");

    static Place of(String pid) {
        Matcher matcher = PID.matcher(pid.strip());
        if (!matcher.matches()) {
            throw new Misconfigured(
                    TaobaoProvider.PID, "is not of the form mm_member_site_adzone, in digits");
        }
        return new Place(matcher.group("site"), matcher.group("adzone"));
    }
}
