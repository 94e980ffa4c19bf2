package com.truecart.benchmarks.catalogue;

import com.truecart.model.Listing;
import com.truecart.spi.ConnectorProvider;
import com.truecart.testkit.LoopbackContext;

/** A real shop that can be given many products. */
interface FilledShop extends AutoCloseable {
    /** Products of one variant each, by the fastest way the shop itself has. */
    void fill(int products);

    /** Another price from now on, in minor units. */
    void price(Listing listing, long minor);

    ConnectorProvider provider();

    /** A connection that may read everything. */
    LoopbackContext context();

    @Override
    void close();
}
