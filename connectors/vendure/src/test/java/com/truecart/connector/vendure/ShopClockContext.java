package com.truecart.connector.vendure;

import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Document;
import com.truecart.spi.Reply;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamHttp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A context in which the shop's answers say another time than ours. */
final class ShopClockContext implements ConnectorContext {
    private final ConnectorContext context;
    private final String date;

    ShopClockContext(ConnectorContext context, Instant shopTime) {
        this.context = context;
        this.date = DateTimeFormatter.RFC_1123_DATE_TIME.format(shopTime.atOffset(ZoneOffset.UTC));
    }

    @Override
    public String connectionId() {
        return context.connectionId();
    }

    @Override
    public Optional<String> setting(String name) {
        return context.setting(name);
    }

    @Override
    public Optional<Secret> secret(String name) {
        return context.secret(name);
    }

    @Override
    public UpstreamHttp http() {
        UpstreamHttp http = context.http();
        return call -> {
            Reply reply = http.send(call);
            Map<String, List<String>> headers = new HashMap<>(reply.headers());
            headers.put("date", List.of(date));
            return new Reply(reply.status(), headers, reply.body(), reply.at());
        };
    }

    @Override
    public List<Document> documents(String settingName) {
        return context.documents(settingName);
    }

    @Override
    public Clock clock() {
        return context.clock();
    }
}
