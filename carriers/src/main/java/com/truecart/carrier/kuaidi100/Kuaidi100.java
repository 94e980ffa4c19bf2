package com.truecart.carrier.kuaidi100;

import com.truecart.carrier.CarrierService;
import com.truecart.carrier.Scan;
import com.truecart.carrier.Waybill;
import com.truecart.kit.Json;
import com.truecart.kit.china.Form;
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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Kuaidi100's enterprise interface. Source: reference on protocols, section I. Asking is meant for
 * when somebody looks, about once a second; a subscription tells until the parcel is signed for.
 */
public final class Kuaidi100 implements CarrierService {
    static final String API = "api";
    static final String CUSTOMER = "customer";
    static final String KEY = "key";
    static final String SALT = "salt";

    /** What an operator fills in. */
    public static final List<Setting> SETTINGS =
            List.of(
                    Setting.optional(API, "Address of the interface", Setting.Type.URL)
                            .withDefault("https://poll.kuaidi100.com"),
                    Setting.required(CUSTOMER, "Customer", Setting.Type.TEXT),
                    Setting.required(KEY, "Key", Setting.Type.SECRET),
                    Setting.required(SALT, "Salt of what is sent to us", Setting.Type.SECRET));

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Both mean that it tells us from now on. */
    private static final List<String> FOLLOWED = List.of("200", "501");

    private static final String TAKEN =
            "{\"result\":true,\"returnCode\":\"200\",\"message\":\"成功\"}";

    private final String api;
    private final String customer;
    private final String key;
    private final String salt;
    private final UpstreamHttp http;

    public Kuaidi100(ConnectorContext context) {
        api = context.required(API).replaceAll("/+$", "");
        customer = context.required(CUSTOMER);
        key = context.requiredSecret(KEY).reveal();
        salt = context.requiredSecret(SALT).reveal();
        http = context.http();
    }

    @Override
    public boolean covers(Waybill parcel) {
        return parcel.carrier().flatMap(CompanyCodes::of).isPresent();
    }

    @Override
    public List<Scan> look(Waybill parcel) {
        ObjectNode asked = MAPPER.createObjectNode();
        asked.put("com", company(parcel));
        asked.put("num", parcel.number());
        parcel.phoneTail().ifPresent(tail -> asked.put("phone", tail));
        asked.put("resultv2", "1");
        String param = asked.toString();
        Json answer =
                send(
                        "/poll/query.do",
                        Map.of(
                                "customer",
                                customer,
                                "sign",
                                md5(param + key + customer),
                                "param",
                                param),
                        Safety.READ);
        Optional<String> failed = answer.optionalText("returnCode");
        if (failed.isEmpty()) {
            return Scans.read(answer);
        }
        String why = failed.get() + " " + answer.optionalText("message").orElse("");
        return switch (failed.get()) {
            // nothing known yet
            case "500" -> List.of();
            case "501", "502", "504" -> throw new Unavailable("Kuaidi100 answers " + why);
            case "503", "601" -> throw new Refused("Kuaidi100 answers " + why);
            default -> throw new Drifted("Kuaidi100 answers " + why);
        };
    }

    @Override
    public void follow(Waybill parcel, URI callback) {
        ObjectNode asked = MAPPER.createObjectNode();
        asked.put("company", company(parcel));
        asked.put("number", parcel.number());
        asked.put("key", key);
        ObjectNode more = asked.putObject("parameters");
        more.put("callbackurl", callback.toString());
        more.put("salt", salt);
        more.put("resultv2", "1");
        parcel.phoneTail().ifPresent(tail -> more.put("phone", tail));
        Json answer =
                send(
                        "/poll",
                        Map.of("schema", "json", "param", asked.toString()),
                        Safety.REPEATABLE_WRITE);
        String code = answer.text("returnCode");
        if (!FOLLOWED.contains(code)) {
            throw new Refused(
                    "Kuaidi100 answers " + code + " " + answer.optionalText("message").orElse(""));
        }
    }

    @Override
    public Heard hear(Delivery delivery) {
        Map<String, String> form = form(delivery.body());
        String param = form.getOrDefault("param", "");
        String sign = form.getOrDefault("sign", "").toUpperCase(Locale.ROOT);
        boolean theirs =
                MessageDigest.isEqual(
                        md5(param + salt).getBytes(StandardCharsets.UTF_8),
                        sign.getBytes(StandardCharsets.UTF_8));
        if (!theirs) {
            return new Heard.Forged("the signature is not over what was sent");
        }
        Json result = Json.parse(param);
        return result.optional("lastResult")
                .map(last ->
                        new Heard.Told(last.optionalText("nu").orElse(""), Scans.read(last), TAKEN))
                .orElseGet(() -> new Heard.Told("", List.of(), TAKEN));
    }

    private static String company(Waybill parcel) {
        return parcel.carrier()
                .flatMap(CompanyCodes::of)
                .orElseThrow(() -> new IllegalArgumentException("not covered: " + parcel));
    }

    private Json send(String path, Map<String, String> form, Safety safety) {
        Call call = Form.post(URI.create(api + path), form, safety);
        Reply reply = http.send(call);
        if (reply.status() >= 500) {
            throw new Unavailable("Kuaidi100 answers " + reply.status());
        }
        return Json.parse(reply.body());
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static String md5(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
