package com.truecart.spi;

import java.time.Duration;
import java.util.Optional;

/**
 * No answer could be had, or none that can be used. The kind says who must act, and after a write
 * whether it may have happened.
 *
 * <p>A business answer ("out of stock") is never an exception but a value.
 */
public abstract sealed class UpstreamException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UpstreamException(String message) {
        super(message);
    }

    private UpstreamException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether a write that ended so surely changed nothing upstream. */
    public final boolean surelyNotDone() {
        return switch (this) {
            case Unavailable _, Throttled _, Misconfigured _, Refused _ -> true;
            case Unanswered _, Drifted _ -> false;
        };
    }

    /** The upstream cannot be reached; the host tries later. */
    public static final class Unavailable extends UpstreamException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message) {
            super(message);
        }

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Asked too often; the host slows down. */
    public static final class Throttled extends UpstreamException {
        private static final long serialVersionUID = 1L;
        private final transient Optional<Duration> retryAfter;

        public Throttled(String message, Optional<Duration> retryAfter) {
            super(message);
            this.retryAfter = retryAfter;
        }

        /** How long the upstream asked us to wait, where it said so. */
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /** A setting is missing, wrong or forbidden; the operator acts. */
    public static final class Misconfigured extends UpstreamException {
        private static final long serialVersionUID = 1L;
        private final String setting;

        public Misconfigured(String setting, String reason) {
            super("setting '" + setting + "' " + reason);
            this.setting = setting;
        }

        /** The setting to mend. */
        public String setting() {
            return setting;
        }
    }

    /**
     * The upstream will not serve us (credentials, robots, terms); the operator acts with the
     * upstream.
     */
    public static final class Refused extends UpstreamException {
        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message);
        }
    }

    /** It was sent and no whole answer came: after a write, in doubt. */
    public static final class Unanswered extends UpstreamException {
        private static final long serialVersionUID = 1L;

        public Unanswered(String message, Throwable cause) {
            super(message, cause);
        }

        public Unanswered(String message) {
            super(message);
        }
    }

    /**
     * The answer has another shape than the connector knows; its author acts. After a write, in
     * doubt.
     */
    public static final class Drifted extends UpstreamException {
        private static final long serialVersionUID = 1L;

        public Drifted(String message) {
            super(message);
        }

        public Drifted(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
