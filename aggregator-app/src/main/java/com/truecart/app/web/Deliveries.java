package com.truecart.app.web;

import com.truecart.spi.Delivery;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Reads what somebody outside sends us, whole and as it was sent: a signature covers its bytes and
 * the address it was sent to.
 */
@Component
public class Deliveries {
    /** The largest delivery of those we know is a whole order, well below this. */
    static final int LARGEST = 256 << 10;

    private final Clock clock;
    private final Optional<URI> publicAddress;

    Deliveries(Clock clock, @Value("${truecart.public-address:}") String publicAddress) {
        this.clock = clock;
        this.publicAddress =
                Optional.of(publicAddress.strip()).filter(text -> !text.isEmpty()).map(URI::create);
    }

    /** What came of reading. */
    public sealed interface Read {
        record Whole(Delivery delivery) implements Read {}

        record TooLarge() implements Read {}

        /** Its bytes are no UTF-8. */
        record NoText() implements Read {}
    }

    /** Reads a request to the end, or until it is too large. */
    public Read read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            return new Read.TooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return new Read.TooLarge();
        }
        try {
            return new Read.Whole(
                    new Delivery(
                            request.getMethod(),
                            addressed(request),
                            headers(request),
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(body))
                                    .toString(),
                            clock.instant()));
        } catch (CharacterCodingException e) {
            return new Read.NoText();
        }
    }

    /** Where others reach a path of ours: by the public address, or the one of this request. */
    public URI address(HttpServletRequest request, String path) {
        String here = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return URI.create(without(publicAddress.map(URI::toString).orElse(here)) + path);
    }

    /** The same where nobody asks just now; empty where the operator states no public address. */
    public Optional<URI> publicAddress(String path) {
        return publicAddress.map(base -> URI.create(without(base.toString()) + path));
    }

    /** The address as the sender knows it: behind a proxy, the one the operator states. */
    private URI addressed(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return publicAddress
                .map(base -> URI.create(without(base.toString()) + request.getRequestURI() + query))
                .orElseGet(() -> URI.create(request.getRequestURL() + query));
    }

    private static String without(String base) {
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    List.copyOf(Collections.list(request.getHeaders(name))));
        }
        return headers;
    }
}
