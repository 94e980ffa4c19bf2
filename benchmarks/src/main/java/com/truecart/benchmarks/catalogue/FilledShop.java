package com.truecart.benchmarks.catalogue;

import com.truecart.model.Listing;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.testkit.LoopbackContext;

/** A real shop that can be given many products. */
interface FilledShop extends AutoCloseable {
    /** Products of one variant each, by the fastest way the shop itself has. */
    void fill(int products);

    /** Another price from now on, in minor units. */
    void price(Listing listing, long minor);

    /** Where the pull begins that must see what changed since this one. */
    Pull after(Page.Done end);

    ConnectorProvider provider();

    /** A connection that may read everything. */
    LoopbackContext context();

    @Override
    void close();
}
