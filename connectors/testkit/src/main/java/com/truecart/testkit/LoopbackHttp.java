package com.truecart.testkit;

import com.truecart.spi.Call;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamHttp;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host's side of HTTP in its plainest form: no retries, no limits of rate, no redirects, and
 * the exceptions the SPI promises.
 */
final class LoopbackHttp implements UpstreamHttp {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([\\w.:-]+)");

    private final Clock clock;
    private final Duration timeout;
    private final long largestReply;

    LoopbackHttp(Clock clock, Duration timeout, long largestReply) {
        this.clock = clock;
        this.timeout = timeout;
        this.largestReply = largestReply;
    }

    @Override
    public Reply send(Call call) {
        HttpResponse<byte[]> answer = exchange(call, HttpResponse.BodyHandlers.ofByteArray());
        byte[] body = answer.body();
        if (body.length > largestReply) {
            throw new UpstreamException.Drifted(
                    "an answer of " + body.length + " bytes, the budget is " + largestReply);
        }
        return new Reply(
                answer.statusCode(),
                lowerCased(answer.headers().map()),
                new String(body, charset(answer)),
                clock.instant());
    }

    /** As stated, UTF-8 where none is stated, or one nobody knows. */
    private static Charset charset(HttpResponse<?> answer) {
        Matcher stated = CHARSET.matcher(answer.headers().firstValue("Content-Type").orElse(""));
        try {
            return stated.find() ? Charset.forName(stated.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /** One exchange with everything but its business outcome judged. */
    <T> HttpResponse<T> exchange(Call call, HttpResponse.BodyHandler<T> into) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).timeout(timeout);
        call.headers().forEach(request::header);
        request.method(
                call.method(),
                call.body()
                        .map(HttpRequest.BodyPublishers::ofString)
                        .orElse(HttpRequest.BodyPublishers.noBody()));
        try {
            HttpResponse<T> answer = CLIENT.send(request.build(), into);
            refuseFailures(call, answer);
            return answer;
        } catch (ConnectException | HttpConnectTimeoutException nobody) {
            throw new UpstreamException.Unavailable("no connection to " + host(call.uri()), nobody);
        } catch (IOException noWholeAnswer) {
            throw new UpstreamException.Unanswered(
                    "no whole answer from " + host(call.uri()), noWholeAnswer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UpstreamException.Unanswered("interrupted", interrupted);
        }
    }

    private static void refuseFailures(Call call, HttpResponse<?> answer) {
        int status = answer.statusCode();
        String message = host(call.uri()) + " answers " + status;
        if (status == 429) {
            throw new UpstreamException.Throttled(message, retryAfter(answer));
        }
        if (status == 401 || status == 403) {
            throw new UpstreamException.Refused(message);
        }
        boolean isRead = call.safety() == Call.Safety.READ;
        if (isRead && status >= 502 && status <= 504) {
            throw new UpstreamException.Unavailable(message);
        }
        if (!isRead && status >= 500) {
            throw new UpstreamException.Unanswered(message);
        }
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private static Map<String, List<String>> lowerCased(Map<String, List<String>> headers) {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
        return lower;
    }

    private static String host(URI uri) {
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }
}
