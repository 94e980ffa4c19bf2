package com.truecart.spi;

/** What an upstream knows of an order we are in doubt about. */
public sealed interface Lookup {
    /** It was placed: here it is. */
    record Found(UpstreamOrder order) implements Lookup {}

    /** The upstream can be asked, and knows of none (yet: it may still arrive late). */
    record NotFound() implements Lookup {}

    /** This upstream offers no way to ask; a person decides. */
    record CannotAsk(String why) implements Lookup {}
}
