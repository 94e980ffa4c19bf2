package com.truecart.connector.__PACKAGE__;

import com.truecart.kit.Json;
import com.truecart.spi.Call;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** The endpoints we use, and what an answer of theirs is. */
final class Calls {
    private final String base;
    private final UpstreamHttp http;

    Calls(URI shop, UpstreamHttp http) {
        this.base = shop.toString().replaceAll("/+$", "");
        this.http = http;
    }

    /** Some products, and the number of the page after them where there is one. */
    record ProductPage(List<Json> products, OptionalLong next, Instant at) {}

    ProductPage products(long page) {
        Reply reply = http.send(Call.get(URI.create(base + "/products?page=" + page)));
        Json body = Json.parse(reply.body());
        if (!reply.isSuccess()) {
            throw new Drifted("expected products, the shop answers " + reply.status());
        }
        return new ProductPage(body.list("products"), body.optionalNumber("next"), reply.at());
    }
}
