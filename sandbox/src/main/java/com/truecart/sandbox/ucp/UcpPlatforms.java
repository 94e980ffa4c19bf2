package com.truecart.sandbox.ucp;

import com.truecart.sandbox.http.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The platforms that buy here, known by the profiles they publish. */
final class UcpPlatforms implements AutoCloseable {
    private static final Pattern AGENT = Pattern.compile(".*profile=\"(https?://[^\"]+)\".*");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final Map<URI, JsonNode> profiles = new ConcurrentHashMap<>();

    /** The profile a header names. */
    static Optional<URI> profile(String agent) {
        Matcher matcher = AGENT.matcher(agent);
        try {
            return matcher.matches() ? Optional.of(URI.create(matcher.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A platform's key; one that is not known may be new, so its profile is read again. */
    Optional<PublicKey> key(URI profile, String id) {
        return read(profile)
                .flatMap(known -> key(known, id))
                .or(() -> {
                    profiles.remove(profile);
                    return read(profile).flatMap(anew -> key(anew, id));
                });
    }

    /** Where a platform wants to hear of its orders. */
    Optional<URI> webhook(URI profile) {
        return read(profile)
                .map(known ->
                        known.path("ucp")
                                .path("capabilities")
                                .path("dev.ucp.shopping.order")
                                .path(0)
                                .path("config")
                                .path("webhook_url")
                                .asString(""))
                .filter(url -> !url.isEmpty())
                .map(URI::create)
                .filter(UcpPlatforms::isHere);
    }

    /** Sends a webhook; whether the platform took it. */
    boolean deliver(URI webhook, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(webhook)
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        try {
            int status =
                    http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private Optional<JsonNode> read(URI profile) {
        JsonNode known = profiles.get(profile);
        if (known != null) {
            return Optional.of(known);
        }
        if (!isHere(profile)) {
            return Optional.empty();
        }
        try {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(profile).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofString());
            JsonNode read = Json.MAPPER.readTree(answer.body());
            profiles.put(profile, read);
            return Optional.of(read);
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A stand-in calls nobody outside this machine. */
    private static boolean isHere(URI address) {
        return "127.0.0.1".equals(address.getHost()) || "localhost".equals(address.getHost());
    }

    private static Optional<PublicKey> key(JsonNode profile, String id) {
        for (JsonNode jwk : profile.path("signing_keys")) {
            if (jwk.path("kid").asString("").equals(id)) {
                try {
                    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
                    curve.init(new ECGenParameterSpec("secp256r1"));
                    return Optional.of(
                            KeyFactory.getInstance("EC")
                                    .generatePublic(
                                            new ECPublicKeySpec(
                                                    new ECPoint(
                                                            number(jwk.path("x")),
                                                            number(jwk.path("y"))),
                                                    curve.getParameterSpec(
                                                            ECParameterSpec.class))));
                } catch (GeneralSecurityException | IllegalArgumentException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static BigInteger number(JsonNode coordinate) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(coordinate.asString("")));
    }
}
