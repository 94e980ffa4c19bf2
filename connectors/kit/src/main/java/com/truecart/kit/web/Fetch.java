package com.truecart.kit.web;

import com.truecart.spi.Call;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks a shop for its pages, under our own name.
 *
 * @param contact where the shop can reach the operator
 */
public record Fetch(UpstreamHttp http, Optional<String> contact) {
    /** The name robots.txt files know us by. */
    public static final String ROBOT = "truecart";

    /** Java's own RFC 1123 format writes "1 Nov" where HTTP wants "01 Nov". */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    /**
     * Any page or text.
     *
     * @throws Drifted it breaks off
     */
    public Reply get(URI address) {
        return whole(http.send(call(address)));
    }

    /** A page, unless the shop says that it is as it was then. */
    public Reply getUnlessAsOf(URI address, Instant moment) {
        return whole(http.send(call(address).header("If-Modified-Since", date(moment))));
    }

    /** When the shop's own clock says it answered; ours where it does not say. */
    public static Instant servedAt(Reply reply) {
        try {
            return reply.header("date")
                    .map(text ->
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant())
                    .orElse(reply.at());
        } catch (DateTimeException unreadable) {
            return reply.at();
        }
    }

    private Call call(URI address) {
        return Call.get(address)
                .header(
                        "User-Agent",
                        "Truecart/1.0"
                                + contact.map(where ->
                                                " (+" + where.replaceAll("[\\r\\n()]", "") + ")")
                                        .orElse(""))
                .header("Accept", "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.5");
    }

    private static String date(Instant moment) {
        return HTTP_DATE.format(moment.atZone(ZoneOffset.UTC));
    }

    /** Half a robots.txt would allow too much, half a page hide what it sells. */
    private static Reply whole(Reply reply) {
        boolean wide = reply.header("content-type").orElse("").matches("(?i).*utf-?16.*");
        Optional<Long> stated =
                reply.header("content-length")
                        .filter(text -> text.matches("\\d{1,12}"))
                        .map(Long::parseLong);
        int arrived = reply.body().getBytes(StandardCharsets.UTF_8).length;
        if (!wide && reply.isSuccess() && stated.isPresent() && arrived < stated.get()) {
            throw new Drifted("breaks off after " + arrived + " of " + stated.get() + " bytes");
        }
        return reply;
    }
}
