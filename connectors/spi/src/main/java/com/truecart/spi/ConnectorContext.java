package com.truecart.spi;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All a connector may touch: it opens no socket, thread, file or clock of its own. */
public interface ConnectorContext {

    /** The connection this connector serves; for messages only. */
    String connectionId();

    /** The value of a setting, its default included. */
    Optional<String> setting(String name);

    /** The value of a required setting; its absence is {@link UpstreamException.Misconfigured}. */
    default String required(String name) {
        return setting(name).orElseThrow(() -> notSet(name));
    }

    /** The value of a secret setting. */
    Optional<Secret> secret(String name);

    /**
     * The value of a required secret setting; its absence is {@link
     * UpstreamException.Misconfigured}.
     */
    default Secret requiredSecret(String name) {
        return secret(name).orElseThrow(() -> notSet(name));
    }

    /** The one seam to the network. */
    UpstreamHttp http();

    /**
     * The documents a {@link Setting.Type#URL_OR_FOLDER} or {@link Setting.Type#URL} setting names:
     * for an address the one behind it, for a folder its files in the order of their names. The
     * host downloads to its own disk, keeps the document unchanged until the pull that asked for it
     * ends, and enforces {@link Budget#largestDocument}.
     *
     * @throws UpstreamException where there is none to be had
     */
    List<Document> documents(String settingName);

    /**
     * A document the upstream itself names, such as one of its sitemaps: fetched, kept and limited
     * as {@link #documents} are.
     *
     * @throws UpstreamException where there is none to be had, or where this host fetches only what
     *     settings name
     */
    default Document document(URI address) {
        throw new UpstreamException.Refused("this host fetches only documents that settings name");
    }

    /**
     * Asks the host to leave at least so much time between two calls to this upstream from now on,
     * because the upstream says so ({@code Crawl-delay}). Asked for again, the last one counts;
     * zero is none.
     *
     * @throws UpstreamException where the host cannot: then the upstream is not to be called
     */
    default void pace(Duration between) {
        if (!between.isZero()) {
            throw new UpstreamException.Refused(
                    "the upstream asks for "
                            + between.toSeconds()
                            + " s between two calls, which this host cannot keep");
        }
    }

    Clock clock();

    private static UpstreamException.Misconfigured notSet(String name) {
        return new UpstreamException.Misconfigured(
                name, "is not set; fill it in on the connections page");
    }
}
