package com.truecart.sandbox.feed;

import com.truecart.sandbox.http.Reply;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The two forms in which Google reads a feed. */
enum FeedForm {
    /** RSS 2.0 with the g namespace. */
    XML {
        @Override
        Reply write(String title, String link, List<List<Cell>> entries) {
            StringBuilder xml = new StringBuilder(4096);
            xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                    .append("<rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\">\n")
                    .append("<channel>\n")
                    .append(element("title", title))
                    .append(element("link", link))
                    .append(element("description", title));
            for (List<Cell> entry : entries) {
                xml.append("<item>\n");
                for (Cell cell : entry) {
                    xml.append(nested(cell));
                }
                xml.append("</item>\n");
            }
            xml.append("</channel>\n</rss>\n");
            return Reply.text(200, "application/xml", xml.toString());
        }
    },
    /** Tab-separated text with a head line; of repeated attributes one cell, comma-separated. */
    TSV {
        @Override
        Reply write(String title, String link, List<List<Cell>> entries) {
            Set<String> columns = new LinkedHashSet<>();
            entries.forEach(entry -> entry.forEach(cell -> columns.add(cell.name())));
            StringBuilder tsv = new StringBuilder(4096);
            tsv.append(String.join("\t", columns)).append('\n');
            for (List<Cell> entry : entries) {
                tsv.append(
                                columns.stream()
                                        .map(column -> joined(entry, column))
                                        .collect(Collectors.joining("\t")))
                        .append('\n');
            }
            return Reply.text(200, "text/tab-separated-values", tsv.toString());
        }
    };

    /** The feed as an answer. */
    abstract Reply write(String title, String link, List<List<Cell>> entries);

    private static String joined(List<Cell> entry, String column) {
        return entry.stream()
                .filter(cell -> cell.name().equals(column))
                .map(cell -> cell.value().replace('\t', ' ').replace('\n', ' '))
                .collect(Collectors.joining(","));
    }

    /** Attributes with parts, as {@code a:b:c} in text, have an element per part in XML. */
    private static String nested(Cell cell) {
        String value = cell.value();
        return switch (cell.name()) {
            case "title", "link", "description" -> element("g:" + cell.name(), value);
            case "shipping" -> parts("g:shipping", value, "country", "region", "service", "price");
            case "free_shipping_threshold" ->
                    parts("g:free_shipping_threshold", value, "country", "price_threshold");
            case "product_detail" ->
                    parts(
                            "g:product_detail",
                            value,
                            "section_name",
                            "attribute_name",
                            "attribute_value");
            case "item_id" -> {
                StringBuilder all = new StringBuilder();
                for (String id : value.split(",", -1)) {
                    all.append(element("g:item_id", id));
                }
                yield all.toString();
            }
            default -> element("g:" + cell.name(), value);
        };
    }

    private static String parts(String name, String value, String... partNames) {
        String[] values = value.split(":", partNames.length);
        StringBuilder xml = new StringBuilder("<" + name + ">\n");
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                xml.append("  ").append(element("g:" + partNames[i], values[i]));
            }
        }
        return xml.append("</").append(name).append(">\n").toString();
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + Markup.escaped(text) + "</" + name + ">\n";
    }
}
