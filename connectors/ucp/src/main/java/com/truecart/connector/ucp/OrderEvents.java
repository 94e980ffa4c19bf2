package com.truecart.connector.ucp;

import com.truecart.connector.ucp.MessageSignatures.Verdict;
import com.truecart.connector.ucp.StructuredFields.Item;
import com.truecart.kit.Json;
import com.truecart.spi.Delivery;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.Webhooks;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a business sends about its orders: each time the whole order, signed. Two questions are
 * asked: is it signed, and is the signer the business of this very connection; another business's
 * good signature says nothing about orders here.
 */
final class OrderEvents implements Webhooks {
    private final Merchant merchant;
    private final List<Secret> signingKeys;

    /**
     * @param signingKeys what our requests to the business may be signed with
     */
    OrderEvents(Merchant merchant, List<Secret> signingKeys) {
        this.merchant = merchant;
        this.signingKeys = List.copyOf(signingKeys);
    }

    @Override
    public Optional<Introduction> introduction(URI deliveries) {
        return Optional.of(
                new Introduction(
                        "application/json", PlatformProfile.json(deliveries, signingKeys)));
    }

    @Override
    public Heard hear(Delivery delivery) {
        Optional<String> agent = profile(delivery);
        if (agent.isEmpty()) {
            return new Forged("it names no profile in UCP-Agent");
        }
        if (!merchant.isAt(agent.get())) {
            return new Forged("it comes from another business: " + agent.get());
        }
        Verdict verdict =
                merchant.verdictOn(
                        HttpMessage.request(
                                delivery.method(),
                                delivery.uri(),
                                delivery.headers(),
                                delivery.body()));
        return switch (verdict) {
            case Verdict.Holds _ -> new Hint(eventId(delivery), about(delivery.body()));
            case Verdict.Unsigned _ -> new Forged("signature_missing");
            case Verdict.UnknownKey(String id) -> new Forged("key_not_found: " + id);
            case Verdict.Fails(String code) -> new Forged(code);
        };
    }

    private static Optional<String> profile(Delivery delivery) {
        return delivery.header("UCP-Agent")
                .flatMap(StructuredFields::dictionary)
                .flatMap(members -> Optional.ofNullable(members.get("profile")))
                .flatMap(member -> member.items().stream().findFirst())
                .flatMap(Item::quoted);
    }

    /**
     * The same order in the same state is the same event. The business's own id of the event is in
     * no signature: by it somebody could have later events taken for repetitions.
     */
    private static String eventId(Delivery delivery) {
        return ContentDigest.of(delivery.body());
    }

    private static About about(String body) {
        try {
            Json order = Json.parse(body);
            return order.optional("line_items").isPresent()
                    ? new AnOrder(order.text("id"))
                    : new NothingWeFollow();
        } catch (Drifted unreadable) {
            // the business did send it, and sending it again would make it no better
            return new NothingWeFollow();
        }
    }
}
