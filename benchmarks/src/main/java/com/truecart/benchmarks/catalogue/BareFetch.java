package com.truecart.benchmarks.catalogue;

import com.truecart.spi.Call;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Sends a connector's calls once more and reads the answers to their last byte, no further. */
final class BareFetch implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    long nanos(List<Call> calls) throws IOException, InterruptedException {
        long sum = 0;
        for (Call call : calls) {
            sum += nanos(call);
        }
        return sum;
    }

    private long nanos(Call call) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri());
        call.headers().forEach(request::header);
        request.method(
                call.method(),
                call.body()
                        .map(HttpRequest.BodyPublishers::ofString)
                        .orElse(HttpRequest.BodyPublishers.noBody()));
        long start = System.nanoTime();
        HttpResponse<byte[]> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        long took = System.nanoTime() - start;
        if (answer.statusCode() != 200 || answer.body().length == 0) {
            throw new IllegalStateException("answered " + answer.statusCode());
        }
        return took;
    }

    @Override
    public void close() {
        http.close();
    }
}
