package com.truecart.app.connection;

import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.Document;
import com.truecart.spi.Secret;
import com.truecart.spi.Setting;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that one open connector may touch. */
record HostContext(
        String connectionId,
        ConnectorDescriptor descriptor,
        Map<String, String> settings,
        Map<String, Secret> secrets,
        UpstreamHttp http,
        Documents stored,
        Limits limits,
        Clock clock)
        implements ConnectorContext {

    @Override
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name))
                .filter(value -> !value.isBlank())
                .or(() ->
                        descriptor.settings().stream()
                                .filter(setting -> setting.name().equals(name))
                                .findFirst()
                                .flatMap(Setting::defaultValue));
    }

    @Override
    public Optional<Secret> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public Document document(URI address) {
        return stored.at(address);
    }

    @Override
    public void pace(Duration between) {
        limits.pace(between);
    }

    @Override
    public List<Document> documents(String settingName) {
        return stored.of(settingName, required(settingName));
    }
}
