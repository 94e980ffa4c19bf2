package com.truecart.benchmarks.feed;

import com.truecart.spi.Document;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A product feed that is made as it is read: no disk holds it and every reading gives the same.
 *
 * @param form of the feed
 * @param lines how many products it has
 */
record GeneratedFeed(Form form, long lines) implements Document {
    private static final Instant PUBLISHED = Instant.parse("2026-11-26T00:00:00Z");

    /** Every so many products one names the promotion. */
    static final int EACH_PROMOTED = 1_000;

    /** Every so many products one cannot be used. */
    static final int EACH_BROKEN = 10_000;

    /** Google's two forms. */
    enum Form {
        TAB_SEPARATED("feed.tsv"),
        XML("feed.xml");

        private final String fileName;

        Form(String fileName) {
            this.fileName = fileName;
        }
    }

    @Override
    public String name() {
        return form.fileName;
    }

    @Override
    public String version() {
        return form + " " + lines;
    }

    @Override
    public Instant publishedAt() {
        return PUBLISHED;
    }

    @Override
    public InputStream open() {
        return new Lines();
    }

    /** How many products of the feed are whole. */
    long usable() {
        return lines - lines / EACH_BROKEN;
    }

    /** What all usable products cost together, in cents: a feed read wrongly comes to another. */
    long cents() {
        long sum = 0;
        for (long i = 1; i <= lines; i++) {
            sum += i % EACH_BROKEN == 0 ? 0 : cents(i);
        }
        return sum;
    }

    private static long cents(long number) {
        return 100 + number * 7919 % 99_900;
    }

    private byte[] header() {
        String text =
                switch (form) {
                    case TAB_SEPARATED ->
                            "id\ttitle\tdescription\tlink\timage_link\tprice\tavailability"
                                    + "\tbrand\tgtin\tproduct_type\tpromotion_id\n";
                    case XML ->
                            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\""
                                    + " xmlns:g=\"http://base.google.com/ns/1.0\"><channel>\n";
                };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] line(long number) {
        String price =
                number % EACH_BROKEN == 0
                        ? "on request"
                        : "%d.%02d HKD".formatted(cents(number) / 100, cents(number) % 100);
        String promotion = number % EACH_PROMOTED == 1 ? "PAIR" : "";
        String text =
                switch (form) {
                    case TAB_SEPARATED ->
                            "sku-"
                                    + number
                                    + "\tPots & pans 鍋具, number "
                                    + number
                                    + "\tA set of pots and pans for every kitchen, with lids and a"
                                    + " guarantee of ten years"
                                    + "\thttps://shop.example/p/"
                                    + number
                                    + "\thttps://shop.example/i/"
                                    + number
                                    + ".jpg\t"
                                    + price
                                    + "\tin_stock\tBrand "
                                    + number % 500
                                    + "\t\tHome > Kitchen\t"
                                    + promotion
                                    + "\n";
                    case XML ->
                            "<item><g:id>sku-"
                                    + number
                                    + "</g:id><title>Pots &amp; pans 鍋具, number "
                                    + number
                                    + "</title><description><![CDATA[A set of pots and pans for"
                                    + " every kitchen, with lids and a guarantee of ten years]]>"
                                    + "</description><link>https://shop.example/p/"
                                    + number
                                    + "</link><g:image_link>https://shop.example/i/"
                                    + number
                                    + ".jpg</g:image_link><g:price>"
                                    + price
                                    + "</g:price><g:availability>in_stock</g:availability>"
                                    + "<g:brand>Brand "
                                    + number % 500
                                    + "</g:brand><g:product_type>Home &gt; Kitchen</g:product_type>"
                                    + (promotion.isEmpty()
                                            ? ""
                                            : "<g:promotion_id>" + promotion + "</g:promotion_id>")
                                    + "</item>\n";
                };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] footer() {
        return switch (form) {
            case TAB_SEPARATED -> new byte[0];
            case XML -> "</channel></rss>\n".getBytes(StandardCharsets.UTF_8);
        };
    }

    private final class Lines extends InputStream {
        private byte[] current = header();
        private int at;
        private long number;

        @Override
        public int read() {
            return refill() ? current[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (!refill()) {
                return -1;
            }
            int count = Math.min(length, current.length - at);
            System.arraycopy(current, at, buffer, offset, count);
            at += count;
            return count;
        }

        private boolean refill() {
            while (at == current.length && number <= lines) {
                number++;
                current = number <= lines ? line(number) : footer();
                at = 0;
            }
            return at < current.length;
        }
    }
}
