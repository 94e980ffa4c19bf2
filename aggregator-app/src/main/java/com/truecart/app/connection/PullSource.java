package com.truecart.app.connection;

import com.truecart.spi.Connector;

/** The way to a connector for a pull, which sees every answer. */
public interface PullSource {

    /**
     * Like {@link Connections#open}, with everything the upstream answers shown to the snapshots.
     */
    Connector open(String connectionId, Snapshots snapshots);
}
