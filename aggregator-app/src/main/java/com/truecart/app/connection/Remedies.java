package com.truecart.app.connection;

import com.truecart.spi.UpstreamException;

/** Says who must do what about a failure. */
public final class Remedies {

    private Remedies() {}

    /** One sentence for the connections page. */
    public static String of(Throwable failure) {
        if (!(failure instanceof UpstreamException upstream)) {
            return "This is a fault of Truecart or of the connector: report it with the log of this moment.";
        }
        return switch (upstream) {
            case UpstreamException.Unavailable _ ->
                    "Nothing to do if the store is down: the next pull tries again. Otherwise check the"
                            + " address and the network of this machine.";
            case UpstreamException.Throttled _ ->
                    "Nothing to do: the next pull tries again. If it stays so, pull less often.";
            case UpstreamException.Misconfigured wrong ->
                    "Edit this connection and mend the setting '" + wrong.setting() + "'.";
            case UpstreamException.Refused _ ->
                    "Check the credentials of this connection, and with the store whether it permits this use.";
            case UpstreamException.Unanswered _ ->
                    "The next pull tries again. If it stays so, ask the store.";
            case UpstreamException.Drifted _ ->
                    "The store answers in another shape than the connector knows: check the address; if it"
                            + " is right, the connector's author must act.";
        };
    }
}
