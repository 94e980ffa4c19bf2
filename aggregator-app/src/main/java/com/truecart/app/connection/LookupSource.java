package com.truecart.app.connection;

import com.truecart.spi.Connector;

/** The way to a connector for a read beside the pulls that nobody must wait for. */
public interface LookupSource {

    /**
     * Like {@link PullSource#open}, but each call is made at once and once only, within the
     * connection's limits and leaving half of them to pulls and orders, or not at all; then it
     * throws {@link NoRoomException}.
     */
    Connector openAtOnce(String connectionId, Snapshots snapshots);
}
