package com.truecart.app.pipeline;

import com.truecart.app.pipeline.SearchIndexConfiguration.Engine;
import com.truecart.search.SearchUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps search within a second of the record, and brings it there again after the engine was away:
 * what waits for the index is on record, so nothing that happened meanwhile is lost.
 */
@Component
class IndexKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    private final Engine engine;
    private final Indexing indexing;
    private boolean isBuilt;
    private boolean isAway;
    private volatile boolean hasBegun;

    IndexKeeper(Engine engine, Indexing indexing) {
        this.engine = engine;
        this.indexing = indexing;
    }

    /** Builds the index where there is none, once the application has started. */
    void begin() {
        keepUp();
        hasBegun = true;
    }

    @Scheduled(fixedDelay = 500)
    void keepUpWithTheRecord() {
        if (hasBegun) {
            keepUp();
        }
    }

    /** Indexes what waits; an engine that is away is tried again, and none of it is forgotten. */
    synchronized void keepUp() {
        try {
            if (!isBuilt) {
                if (engine.mustBeBuilt().getAsBoolean()) {
                    indexing.rebuild();
                }
                isBuilt = true;
            }
            indexing.indexPending();
            if (isAway) {
                LOG.info("The search engine is back, and search is up to the record");
            }
            isAway = false;
        } catch (SearchUnavailableException e) {
            if (!isAway) {
                LOG.warn(
                        "{}; changes wait on record and are indexed once it is back",
                        e.getMessage());
            }
            isAway = true;
            // it may come back empty
            isBuilt = false;
        }
    }
}
