package com.truecart.app.connection;

/** Asks an upstream about what it hinted at. Features follow what is theirs. */
public interface HintFollower {

    /**
     * Acts on a hint; one that is not this follower's is done.
     *
     * @return false where it cannot be acted on yet: it is offered again a little later
     */
    boolean follow(Hint hint);
}
