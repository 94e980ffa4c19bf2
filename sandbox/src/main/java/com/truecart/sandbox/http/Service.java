package com.truecart.sandbox.http;

/** Something that answers requests. */
@FunctionalInterface
public interface Service {
    /** The answer to one request; called from many threads. */
    Reply answer(Request request);
}
