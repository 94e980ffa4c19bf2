package com.truecart.app.order;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to read or write anything with a wake-up: what comes out of a database row must not
 * decide which classes are made.
 */
final class NothingToSerialize implements Serializer {

    @Override
    @SuppressWarnings("NullAway") // the library passes and expects null for no data
    public byte[] serialize(@Nullable Object data) {
        if (data != null) {
            throw new IllegalStateException("a wake-up carries nothing");
        }
        return null;
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public <T> T deserialize(Class<T> type, byte @Nullable [] data) {
        if (data != null) {
            throw new IllegalStateException("a wake-up carries nothing");
        }
        return null;
    }
}
