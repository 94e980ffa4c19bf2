package com.truecart.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.SimpleJsonpMapper;
import co.elastic.clients.transport.TransportException;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import com.truecart.search.SearchUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/** The connection to a cluster; every failure says what was tried and where. */
final class Cluster implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;

    private final ElasticSettings settings;
    private final RestClientTransport transport;
    private final ElasticsearchClient client;

    Cluster(ElasticSettings settings) {
        this.settings = settings;
        int patience = Math.toIntExact(settings.patience().toMillis());
        RestClientBuilder builder =
                RestClient.builder(HttpHost.create(settings.node().toString()))
                        .setRequestConfigCallback(request ->
                                request.setConnectTimeout(CONNECT_MILLIS)
                                        .setConnectionRequestTimeout(CONNECT_MILLIS)
                                        .setSocketTimeout(patience));
        settings.apiKey()
                .ifPresent(key ->
                        builder.setDefaultHeaders(
                                List.of(new BasicHeader("Authorization", "ApiKey " + key))
                                        .toArray(Header[]::new)));
        this.transport = new RestClientTransport(builder.build(), new SimpleJsonpMapper());
        this.client = new ElasticsearchClient(transport);
    }

    ElasticsearchClient client() {
        return client;
    }

    ElasticSettings settings() {
        return settings;
    }

    /** Something that is asked of the cluster. */
    interface Asking<T> {
        T of(ElasticsearchClient client) throws IOException;
    }

    /**
     * Asks.
     *
     * @param what for the message: "searching", "committing"
     */
    <T> T ask(String what, Asking<T> asking) {
        try {
            return asking.of(client);
        } catch (TransportException | ElasticsearchException e) {
            throw new SearchUnavailableException(
                    what + " failed at " + settings + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new SearchUnavailableException(settings + " cannot be reached (" + what + ")", e);
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing the connection to " + settings, e);
        }
    }
}
