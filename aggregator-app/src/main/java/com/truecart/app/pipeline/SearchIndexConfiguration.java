package com.truecart.app.pipeline;

import com.truecart.app.TruecartSettings;
import com.truecart.search.IndexUnusableException;
import com.truecart.search.lucene.LuceneOffers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the embedded search index, empty where there is none that can be used. */
@Configuration(proxyBeanMethods = false)
class SearchIndexConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndexConfiguration.class);

    /** Whether the index must be built from the record before it can answer. */
    record IndexState(boolean mustBeBuilt) {}

    record Opened(LuceneOffers offers, IndexState state) {}

    @Bean(destroyMethod = "")
    Opened openedIndex(TruecartSettings settings) {
        Path folder = settings.dataFolder().resolve("index");
        boolean isNew = !Files.exists(folder);
        try {
            return new Opened(LuceneOffers.open(folder), new IndexState(isNew));
        } catch (IndexUnusableException e) {
            LOG.warn("The search index cannot be used and is built anew: {}", e.getMessage());
            return new Opened(LuceneOffers.openEmpty(folder), new IndexState(true));
        }
    }

    @Bean(destroyMethod = "close")
    LuceneOffers offers(Opened opened) {
        return opened.offers();
    }

    @Bean
    IndexState indexState(Opened opened) {
        return opened.state();
    }
}
