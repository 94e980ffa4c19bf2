package com.truecart.connector.ucp;

import com.truecart.spi.Call;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Document;
import com.truecart.spi.Reply;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamHttp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A context that keeps every message of both directions. */
final class RecordingContext implements ConnectorContext {
    private final ConnectorContext context;
    private final List<Exchange> exchanges = new ArrayList<>();

    /** One call and its answer. */
    record Exchange(Call call, Reply reply) {}

    RecordingContext(ConnectorContext context) {
        this.context = context;
    }

    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
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
            exchanges.add(new Exchange(call, reply));
            return reply;
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
