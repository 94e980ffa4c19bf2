package com.truecart.spi;

import com.truecart.model.Listing;

/** What an upstream lists, page by page. Stateless: everything needed to go on is in the cursor. */
public interface CatalogSource {

    /**
     * One page. May be asked for twice; {@link Pull.Resume} after a crash leaves no gap (repeats
     * are fine, the host upserts). One bad record goes to {@link Page#skipped()} with its field and
     * reason; only an unusable page throws {@link UpstreamException.Drifted}.
     */
    Page<Listing> page(Pull pull);
}
