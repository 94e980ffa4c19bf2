package com.truecart.app.connection;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets for calls to upstreams.
 *
 * @param allowedHosts names or addresses that may be called although they lie inside the own
 *     network, each alone or with a port
 */
@ConfigurationProperties("truecart.http")
public record HttpSettings(@DefaultValue List<String> allowedHosts) {
    public HttpSettings {
        allowedHosts = List.copyOf(allowedHosts);
    }
}
