package com.truecart.connector.jsonld;

import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.http.Host;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** A small shop of pages on the loopback interface, which remembers what it was asked for. */
final class PageShop implements AutoCloseable {
    private record Published(Reply reply, Instant changed) {}

    private final Host host = new Host("pages", 0, new Faults());
    private final Map<String, Published> pages = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    PageShop() {
        host.serve(this::answer);
    }

    URI base() {
        return host.base();
    }

    /** What was asked for so far, oldest first. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<String> paths() {
        return requests.stream().map(Request::path).toList();
    }

    void forgetRequests() {
        requests.clear();
    }

    PageShop page(String path, String html) {
        return page(path, html, Instant.EPOCH);
    }

    PageShop page(String path, String html, Instant changed) {
        return put(path, Reply.text(200, "text/html", html), changed);
    }

    PageShop page(String path, String html, Charset charset) {
        return put(
                path,
                new Reply(
                        200,
                        Map.of("Content-Type", "text/html; charset=" + charset.name()),
                        html.getBytes(charset)),
                Instant.EPOCH);
    }

    PageShop status(String path, int status) {
        return put(path, Reply.text(status, "text/plain", "no"), Instant.EPOCH);
    }

    PageShop robots(String text) {
        return put("/robots.txt", Reply.text(200, "text/plain", text), Instant.EPOCH);
    }

    /** A sitemap of these paths, each with its lastmod where one is written behind a blank. */
    PageShop sitemap(String path, List<String> entries) {
        StringBuilder urls = new StringBuilder();
        for (String entry : entries) {
            int blank = entry.indexOf(' ');
            String location = blank < 0 ? entry : entry.substring(0, blank);
            urls.append("<url><loc>").append(absolute(location)).append("</loc>");
            if (blank >= 0) {
                urls.append("<lastmod>").append(entry.substring(blank + 1)).append("</lastmod>");
            }
            urls.append("</url>\n");
        }
        return xml(path, "urlset", urls.toString());
    }

    PageShop sitemapIndex(String path, List<String> sitemaps) {
        StringBuilder parts = new StringBuilder();
        for (String part : sitemaps) {
            parts.append("<sitemap><loc>").append(absolute(part)).append("</loc></sitemap>\n");
        }
        return xml(path, "sitemapindex", parts.toString());
    }

    private String absolute(String location) {
        return location.startsWith("http") ? location : base() + location;
    }

    private PageShop xml(String path, String root, String content) {
        String xml =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%1$s xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n%2$s</%1$s>\n"
                        .formatted(root, content);
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        return put(
                path,
                path.endsWith(".gz")
                        ? new Reply(
                                200, Map.of("Content-Type", "application/x-gzip"), packed(bytes))
                        : new Reply(200, Map.of("Content-Type", "application/xml"), bytes),
                Instant.EPOCH);
    }

    private PageShop put(String path, Reply reply, Instant changed) {
        pages.put(path, new Published(reply, changed));
        return this;
    }

    private Reply answer(Request request) {
        requests.add(request);
        Published published = pages.get(request.path());
        if (published == null) {
            return Reply.text(404, "text/html", "<title>Not found</title>");
        }
        boolean known =
                request.header("If-Modified-Since")
                        .map(text ->
                                ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
                        .filter(since -> !published.changed().isAfter(since.toInstant()))
                        .isPresent();
        return known
                ? new Reply(304, Map.of(), new byte[0])
                : published
                        .reply()
                        .with(
                                "Last-Modified",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        published.changed().atZone(ZoneOffset.UTC)));
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A product page as a shop makes it. */
    static String product(String name, String price) {
        return """
        <!doctype html><html lang="en"><head><title>%1$s</title></head><body><h1>%1$s</h1>
        <script type="application/ld+json">{"@context": "https://schema.org", "@type": "Product",
        "name": "%1$s", "description": "<p>About %1$s.</p>",
        "offers": {"@type": "Offer", "price": "%2$s", "priceCurrency": "HKD",
        "availability": "https://schema.org/InStock"}}</script></body></html>
        """
                .formatted(name, price);
    }

    @Override
    public void close() {
        host.close();
    }
}
