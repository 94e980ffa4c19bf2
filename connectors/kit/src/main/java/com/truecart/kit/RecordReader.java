package com.truecart.kit;

import com.truecart.spi.Page;
import java.util.Optional;

/** Reads the records of one document one after another, holding no more than one in memory. */
public interface RecordReader<R> extends AutoCloseable {

    /** The next record, usable or not; empty at the end. */
    Optional<Read<R>> next();

    @Override
    void close();

    /** What stood at one place of a document. */
    sealed interface Read<R> {}

    /** A record of the expected shape. */
    record Usable<R>(R entry) implements Read<R> {}

    /** One that is not; reading goes on after it. */
    record Unusable<R>(Page.Skipped why) implements Read<R> {}
}
