package com.truecart.app.pipeline;

import com.truecart.app.TruecartSettings;
import com.truecart.search.IndexUnusableException;
import com.truecart.search.OfferIndex;
import com.truecart.search.OfferSearch;
import com.truecart.search.elastic.ElasticOffers;
import com.truecart.search.elastic.ElasticSettings;
import com.truecart.search.lucene.LuceneOffers;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the search index: the one within the process, or the cluster an operator named. */
@Configuration(proxyBeanMethods = false)
class SearchIndexConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndexConfiguration.class);

    /**
     * An engine by both its sides.
     *
     * @param mustBeBuilt whether it holds nothing that can be searched, so that it must be built
     *     from the record first; asking a cluster that cannot be reached fails
     */
    record Engine(OfferIndex index, OfferSearch search, BooleanSupplier mustBeBuilt)
            implements AutoCloseable {
        @Override
        public void close() {
            index.close();
        }
    }

    @Bean
    Engine searchEngine(TruecartSettings settings, SearchSettings search) {
        if (search.elasticsearch().isBlank()) {
            return within(settings.dataFolder().resolve("index"));
        }
        ElasticSettings cluster =
                ElasticSettings.at(
                        URI.create(search.elasticsearch()),
                        Optional.of(search.elasticsearchKey()).filter(key -> !key.isBlank()));
        LOG.info("Search runs on {}", cluster);
        ElasticOffers offers = ElasticOffers.on(cluster);
        return new Engine(offers, offers, () -> !offers.isUsable());
    }

    private static Engine within(Path folder) {
        LuceneOffers offers = opened(folder);
        return new Engine(offers, offers, () -> !offers.isBuilt());
    }

    private static LuceneOffers opened(Path folder) {
        try {
            return LuceneOffers.open(folder);
        } catch (IndexUnusableException e) {
            LOG.warn("The search index cannot be used and is built anew: {}", e.getMessage());
            return LuceneOffers.openEmpty(folder);
        }
    }

    /** Reading only: writing is the pipeline's, and both sides are one object. */
    @Bean(destroyMethod = "")
    OfferSearch offerSearch(Engine engine) {
        return engine.search();
    }
}
