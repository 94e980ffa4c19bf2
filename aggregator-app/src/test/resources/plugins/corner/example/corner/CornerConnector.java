package example.corner;

import com.truecart.kit.Json;
import com.truecart.kit.Prices;
import com.truecart.model.Availability;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Offer;
import com.truecart.model.Seller;
import com.truecart.spi.Call;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Delivery;
import com.truecart.spi.HandOffLinks;
import com.truecart.spi.Health;
import com.truecart.spi.Page;
import com.truecart.spi.Reply;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.Webhooks;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class CornerConnector implements Connector {
    private final ConnectorContext context;

    CornerConnector(ConnectorContext context) {
        this.context = context;
    }

    @Override
    public Health check() {
        return new Health.Up(Json.parse(goods().body()).list("goods").size() + " goods");
    }

    @Override
    public CatalogSource catalog() {
        return pull -> {
            Reply reply = goods();
            List<Listing> listings =
                    Json.parse(reply.body()).list("goods").stream()
                            .map(one -> listing(one, reply.at()))
                            .toList();
            return new Page<>(
                    listings,
                    List.of(),
                    new Page.Done(Optional.empty(), Optional.of(reply.at())));
        };
    }

    @Override
    public Optional<Webhooks> webhooks() {
        return Optional.of(this::hear);
    }

    @Override
    public Optional<HandOffLinks> handOff() {
        return Optional.of(
                line ->
                        new HandOffLinks.Link(
                                at("/buy?code=" + line.upstreamId() + "&count=" + line.quantity()
                                        + "&partner=truecart"),
                                true));
    }

    @Override
    public void close() {}

    private Reply goods() {
        Reply reply =
                context.http()
                        .send(
                                Call.get(at("/goods"))
                                        .header("Authorization", "Bearer " + key().reveal()));
        if (!reply.isSuccess()) {
            throw new UpstreamException.Drifted("/goods answers " + reply.status());
        }
        return reply;
    }

    private URI at(String path) {
        return URI.create(context.required("shop") + path);
    }

    private Secret key() {
        return context.secret("key")
                .orElseThrow(() -> new UpstreamException.Misconfigured("key", "is not set"));
    }

    private Listing listing(Json one, Instant at) {
        return new Listing(
                one.text("code"),
                Optional.empty(),
                Localized.of("en", one.text("name")),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Identifiers.NONE,
                Map.of(),
                Optional.of(at("/goods/" + one.text("code"))),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(
                        new Offer(
                                new Seller("shop", Localized.of("en", "Corner Shop")),
                                Prices.major(one.text("price"), Currency.getInstance("HKD")),
                                Optional.empty(),
                                Availability.IN_STOCK,
                                ItemCondition.NEW,
                                List.of())),
                at);
    }

    private Webhooks.Heard hear(Delivery delivery) {
        String signed = delivery.header("x-corner-signature").orElse("");
        if (!MessageDigest.isEqual(
                signed.getBytes(StandardCharsets.UTF_8),
                signature(delivery.body()).getBytes(StandardCharsets.UTF_8))) {
            return new Webhooks.Forged("the signature is not the shop's");
        }
        Json body = Json.parse(delivery.body());
        return new Webhooks.Hint(
                body.text("event"),
                body.text("topic").equals("goods")
                        ? new Webhooks.TheCatalogue()
                        : new Webhooks.NothingWeFollow());
    }

    private String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            key().reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
