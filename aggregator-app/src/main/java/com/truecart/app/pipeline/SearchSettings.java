package com.truecart.app.pipeline;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which search engine an operator wants.
 *
 * @param elasticsearch the address of a node, such as {@code https://search.example:9200}; blank:
 *     the engine within the process
 * @param elasticsearchKey its API key; blank: none is sent
 */
@ConfigurationProperties("truecart.search")
record SearchSettings(
        @DefaultValue("") String elasticsearch, @DefaultValue("") String elasticsearchKey) {

    /** Without the key. */
    @Override
    public String toString() {
        return "SearchSettings[elasticsearch=" + elasticsearch + "]";
    }
}
