package com.truecart.carrier.seventeentrack;

import com.truecart.carrier.CarrierService;
import com.truecart.carrier.Scan;
import com.truecart.carrier.Stage;
import com.truecart.carrier.Waybill;
import com.truecart.kit.Json;
import com.truecart.spi.Call;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Delivery;
import com.truecart.spi.Reply;
import com.truecart.spi.Setting;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Refused;
import com.truecart.spi.UpstreamException.Unavailable;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * 17TRACK's interface, version 2.2. A number must be registered before it is answered for; the
 * callback is set once in the account there. Source: reference on protocols, section I; that a push
 * is signed with the SHA-256 of body, slash and key stands in its published samples and was tried
 * with none of its own.
 */
public final class SeventeenTrack implements CarrierService {
    static final String API = "api";
    static final String TOKEN = "token";

    /** What an operator fills in. */
    public static final List<Setting> SETTINGS =
            List.of(
                    Setting.optional(API, "Address of the interface", Setting.Type.URL)
                            .withDefault("https://api.17track.net/track/v2.2"),
                    Setting.required(TOKEN, "Security key", Setting.Type.SECRET));

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The number was registered before. */
    private static final long KNOWN_ALREADY = -18019901;

    /** The number has to be registered first. */
    private static final long NOT_REGISTERED = -18019902;

    /** No carrier has told anything yet. */
    private static final long NOTHING_YET = -18019909;

    private final String api;
    private final String token;
    private final UpstreamHttp http;

    public SeventeenTrack(ConnectorContext context) {
        api = context.required(API).replaceAll("/+$", "");
        token = context.requiredSecret(TOKEN).reveal();
        http = context.http();
    }

    @Override
    public boolean covers(Waybill parcel) {
        return true;
    }

    @Override
    public List<Scan> look(Waybill parcel) {
        Json data = send("/gettrackinfo", parcel, Safety.READ).at("data");
        Optional<Json> accepted = data.optionalList("accepted").stream().findFirst();
        if (accepted.isPresent()) {
            return scans(accepted.get().at("track_info"));
        }
        long why = refusal(data);
        if (why == NOT_REGISTERED) {
            register(parcel);
            return List.of();
        }
        if (why == NOTHING_YET) {
            return List.of();
        }
        throw new Refused("17TRACK answers " + why);
    }

    @Override
    public void follow(Waybill parcel, URI callback) {
        register(parcel);
    }

    private void register(Waybill parcel) {
        Json data = send("/register", parcel, Safety.REPEATABLE_WRITE).at("data");
        if (data.optionalList("accepted").isEmpty() && refusal(data) != KNOWN_ALREADY) {
            throw new Refused("17TRACK answers " + refusal(data));
        }
    }

    private static long refusal(Json data) {
        return data.optionalList("rejected").stream()
                .findFirst()
                .map(one -> one.at("error").number("code"))
                .orElseThrow(() -> new Drifted("17TRACK neither accepts nor rejects"));
    }

    @Override
    public Heard hear(Delivery delivery) {
        byte[] expected = sha256(delivery.body() + "/" + token).getBytes(StandardCharsets.UTF_8);
        byte[] stated =
                delivery.header("sign")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, stated)) {
            return new Heard.Forged("the header sign is not over what was sent");
        }
        Json data = Json.parse(delivery.body()).at("data");
        return new Heard.Told(
                data.optionalText("number").orElse(""),
                data.optional("track_info").map(SeventeenTrack::scans).orElse(List.of()),
                "OK");
    }

    private Json send(String path, Waybill parcel, Safety safety) {
        ArrayNode numbers = MAPPER.createArrayNode();
        ObjectNode one = numbers.addObject();
        one.put("number", parcel.number());
        parcel.phoneTail().ifPresent(tail -> one.put("param", tail));
        Reply reply =
                http.send(
                        Call.postJson(URI.create(api + path), numbers.toString(), safety)
                                .header("17token", token));
        if (reply.status() >= 500) {
            throw new Unavailable("17TRACK answers " + reply.status());
        }
        Json answer = Json.parse(reply.body());
        if (answer.number("code") != 0) {
            throw new Refused("17TRACK answers " + answer.number("code"));
        }
        return answer;
    }

    private static List<Scan> scans(Json info) {
        List<Scan> scans = new ArrayList<>();
        info.optional("tracking")
                .map(tracking -> tracking.optionalList("providers"))
                .orElse(List.of())
                .forEach(provider ->
                        provider.optionalList("events")
                                .forEach(event -> scan(event).ifPresent(scans::add)));
        scans.sort(Comparator.comparing(Scan::at));
        return List.copyOf(scans);
    }

    private static Optional<Scan> scan(Json event) {
        return event.optionalText("time_utc")
                .or(() -> event.optionalText("time_iso"))
                .flatMap(SeventeenTrack::instant)
                .map(at ->
                        new Scan(
                                at,
                                event.optionalText("stage")
                                        .or(() -> event.optionalText("sub_status"))
                                        .map(SeventeenTrack::stage)
                                        .orElse(Stage.IN_TRANSIT),
                                text(event)));
    }

    private static String text(Json event) {
        String words = event.optionalText("description").orElse("");
        return event.optionalText("location")
                .filter(place -> !place.isBlank() && !words.contains(place))
                .map(place -> words + " (" + place + ")")
                .orElse(words);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** A stage, or a sub-status, which begins with the name of its status. */
    private static Stage stage(String word) {
        String name = word.contains("_") ? word.substring(0, word.indexOf('_')) : word;
        return switch (name) {
            case "InfoReceived" -> Stage.ANNOUNCED;
            case "PickedUp" -> Stage.PICKED_UP;
            case "InTransit", "Departure", "Arrival" -> Stage.IN_TRANSIT;
            case "AvailableForPickup", "OutForDelivery" -> Stage.OUT_FOR_DELIVERY;
            case "Delivered" -> Stage.DELIVERED;
            case "NotFound", "Exception", "DeliveryFailure", "Expired" -> Stage.EXCEPTION;
            case "Returning", "Returned" -> Stage.RETURNED;
            default -> Stage.UNMAPPED;
        };
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
