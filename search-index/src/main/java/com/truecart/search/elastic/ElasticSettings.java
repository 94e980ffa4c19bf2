package com.truecart.search.elastic;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the cluster is.
 *
 * @param node any node of it, with {@code http} or {@code https}
 * @param apiKey sent where the cluster asks for one; never logged
 * @param alias the name searches go to; the indexes behind it are called so with a suffix
 * @param patience how long one search may take
 */
public record ElasticSettings(URI node, Optional<String> apiKey, String alias, Duration patience) {

    /** The alias and the patience one has without saying otherwise. */
    public static ElasticSettings at(URI node, Optional<String> apiKey) {
        return new ElasticSettings(node, apiKey, "truecart-offers", Duration.ofSeconds(5));
    }

    public ElasticSettings {
        if (node.getHost() == null
                || !String.valueOf(node.getScheme()).matches("https?")
                || node.getUserInfo() != null
                || node.getQuery() != null) {
            throw new IllegalArgumentException(
                    "TRUECART_ELASTICSEARCH: must be like https://search.example:9200, without a"
                            + " password or a query; an API key goes into TRUECART_ELASTICSEARCH_KEY");
        }
    }

    @Override
    public String toString() {
        return "Elasticsearch at " + node + ", alias " + alias;
    }
}
