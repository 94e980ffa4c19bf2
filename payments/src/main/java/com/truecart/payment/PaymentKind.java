package com.truecart.payment;

import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Setting;
import com.truecart.spi.UpstreamException;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * A kind of provider; its accounts are opened with settings. Found by {@link
 * java.util.ServiceLoader}.
 */
public interface PaymentKind {

    /** Short stable name, lower case ("stripe"); stored with every payment. */
    String kind();

    /** For people, in the language of the provider's own brand. */
    String displayName();

    /** What an operator fills in. */
    List<Setting> settings();

    /** The currencies it takes; empty for all. */
    Set<Currency> currencies();

    /**
     * Opens one account. Makes no call yet; of the context it uses settings, secrets, the seam to
     * the network and the clock.
     *
     * @throws UpstreamException.Misconfigured where a setting is missing or unusable, naming it
     */
    PaymentProvider open(ConnectorContext context);
}
