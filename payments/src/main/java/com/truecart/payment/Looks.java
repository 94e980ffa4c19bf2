package com.truecart.payment;

import com.truecart.spi.UpstreamException;
import java.util.function.Supplier;

/** Looking up what came of something, for providers. */
public final class Looks {
    private Looks() {}

    /**
     * Looks after something may have been done.
     *
     * @throws UpstreamException.Unanswered where the look fails, whatever the reason: that one
     *     cannot look does not say that nothing was done
     */
    public static <T> T afterWriting(Supplier<T> look) {
        try {
            return look.get();
        } catch (UpstreamException unseen) {
            throw new UpstreamException.Unanswered("what came of it cannot be seen", unseen);
        }
    }
}
