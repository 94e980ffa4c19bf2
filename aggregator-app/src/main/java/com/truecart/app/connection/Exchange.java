package com.truecart.app.connection;

import com.truecart.spi.Call;
import com.truecart.spi.UpstreamException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/**
 * One call over the wire: address guarded, time limited from the first byte to the last, redirects
 * followed for reads only, and with a body only within the origin it was meant for.
 */
@Component
class Exchange implements AutoCloseable {
    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("upstream-deadlines").factory());

    Exchange(AddressGuard guard) {
        client =
                HttpClients.custom()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        .setDnsResolver(guard)
                                        .setMaxConnTotal(64)
                                        .setMaxConnPerRoute(8)
                                        .setDefaultConnectionConfig(
                                                ConnectionConfig.custom()
                                                        .setConnectTimeout(Timeout.ofSeconds(5))
                                                        .setSocketTimeout(Timeout.ofSeconds(30))
                                                        // a dead kept-alive connection would make
                                                        // an order's fate unknown
                                                        .setValidateAfterInactivity(
                                                                TimeValue.ZERO_MILLISECONDS)
                                                        .build())
                                        .build())
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .setUserAgent("Truecart/0.1")
                        .build();
    }

    /** What is made of an answer while its connection is open. */
    interface Reader<T> {
        T read(Answer answer) throws IOException;
    }

    /** Status, headers by lower-case name, and the body as it comes. */
    record Answer(
            int status, Map<String, List<String>> headers, Charset charset, InputStream body) {

        Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }
    }

    /**
     * Sends a call and reads its answer, both within the limit.
     *
     * @throws IOException of whatever kind the wire gave
     */
    <T> T send(Call call, Duration limit, Reader<T> reader) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        URI uri = call.uri();
        for (int redirects = 0; ; redirects++) {
            HttpUriRequestBase request = new HttpUriRequestBase(call.method(), uri);
            boolean sameHost = sameOrigin(uri, call.uri());
            call.headers()
                    .forEach((name, value) -> {
                        // what was meant for one host, credentials above all, is not shown to
                        // another
                        if (sameHost || name.equalsIgnoreCase("Accept")) {
                            request.setHeader(name, value);
                        }
                    });
            call.body().ifPresent(body -> request.setEntity(entity(call, body)));
            Hop<T> hop = hop(call, uri, request, end, redirects, reader);
            switch (hop) {
                case Hop.Ended<T>(T result) -> {
                    return result;
                }
                case Hop.Redirected<T>(URI target) -> uri = target;
            }
        }
    }

    private <T> Hop<T> hop(
            Call call,
            URI uri,
            HttpUriRequestBase request,
            long end,
            int redirects,
            Reader<T> reader)
            throws IOException {
        Future<?> deadline =
                deadlines.schedule(request::cancel, end - System.nanoTime(), TimeUnit.NANOSECONDS);
        try {
            return client.execute(
                    request,
                    response -> {
                        Answer answer = answer(response);
                        Optional<String> location = answer.header("location");
                        if (call.safety() == Call.Safety.READ
                                && REDIRECTS.contains(answer.status())
                                && location.isPresent()) {
                            if (redirects == MOST_REDIRECTS) {
                                throw new UpstreamException.Drifted(
                                        "it redirects more than " + MOST_REDIRECTS + " times");
                            }
                            URI target = target(uri, location.get());
                            // a body may hold credentials as the headers do
                            if (call.body().isEmpty() || sameOrigin(target, call.uri())) {
                                return new Hop.Redirected<>(target);
                            }
                        }
                        return new Hop.Ended<>(reader.read(answer));
                    });
        } finally {
            deadline.cancel(false);
        }
    }

    private sealed interface Hop<T> {
        record Ended<T>(T result) implements Hop<T> {}

        record Redirected<T>(URI target) implements Hop<T> {}
    }

    private static URI target(URI from, String location) {
        try {
            URI target = from.resolve(location);
            if (target.getHost() != null
                    && ("https".equals(target.getScheme()) || "http".equals(target.getScheme()))) {
                return target;
            }
        } catch (IllegalArgumentException _) {
            // said below for every way of being no address
        }
        throw new UpstreamException.Drifted("it redirects to something that is no web address");
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getAuthority().equals(other.getAuthority());
    }

    private static HttpEntity entity(Call call, String body) {
        String type =
                call.headers().entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("application/json");
        return new StringEntity(body, ContentType.parse(type).withCharset(StandardCharsets.UTF_8));
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        Arrays.stream(response.getHeaders())
                .forEach((Header header) ->
                        headers.computeIfAbsent(
                                        header.getName().toLowerCase(Locale.ROOT),
                                        _ -> new ArrayList<>())
                                .add(header.getValue()));
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Answer(
                    response.getCode(),
                    headers,
                    StandardCharsets.UTF_8,
                    InputStream.nullInputStream());
        }
        ContentType type = ContentType.parseLenient(entity.getContentType());
        Charset charset =
                type == null || type.getCharset() == null
                        ? StandardCharsets.UTF_8
                        : type.getCharset();
        return new Answer(response.getCode(), headers, charset, entity.getContent());
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
