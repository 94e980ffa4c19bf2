package com.truecart.spi;

/** The door to one kind of upstream, found by {@link java.util.ServiceLoader}. */
public interface ConnectorProvider {

    /** What this kind is and can; readable before any credential exists, and always the same. */
    ConnectorDescriptor descriptor();

    /**
     * Opens a connection to one upstream of this kind. Makes no call yet.
     *
     * @throws UpstreamException.Misconfigured where a setting is missing or unusable, naming the
     *     setting
     */
    Connector open(ConnectorContext context);
}
