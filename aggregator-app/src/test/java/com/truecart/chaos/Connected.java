package com.truecart.chaos;

import com.truecart.spi.ConnectorProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The connections of the application under test to its shops. */
final class Connected {
    private Connected() {}

    /** A folder for the class path, by which the application finds the kind of these shops. */
    static Path services(Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("services"));
        Path named = services.resolve("META-INF/services/" + ConnectorProvider.class.getName());
        Files.createDirectories(named.getParent());
        Files.writeString(named, ChaosKind.class.getName() + "\n");
        return services;
    }

    /** Connects a shop that asks prices in this currency. */
    static void to(UnfairShop shop, String currency, JdbcClient record) {
        to(
                shop.name(),
                ChaosKind.KIND,
                Map.of(
                        "shop",
                        shop.base().toString(),
                        "name",
                        shop.name(),
                        "doubt",
                        shop.doubtClass().name(),
                        "currency",
                        currency),
                currency,
                record);
    }

    /** Connects a shop of any kind, which delivers for nothing. */
    static void to(
            String id,
            String kind,
            Map<String, String> settings,
            String currency,
            JdbcClient record) {
        record.sql(
                        """
                        insert into connection (id, kind, name, settings, delivery_fee, delivery_currency,
                                                pull_every_seconds, created_at)
                        values (:id, :kind, jsonb_build_object('en', :id),
                                (select jsonb_object_agg(name, value) from unnest(:names::text[], :values::text[]) as s (name, value)),
                                0, :currency, 36000, now())
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("names", settings.keySet().toArray(String[]::new))
                .param("values", settings.values().toArray(String[]::new))
                .param("currency", currency)
                .update();
    }

    /** What each shop sells of which so many articles are known. */
    static Map<String, List<UUID>> articles(JdbcClient record, int atLeast) {
        return record
                .sql(
                        "select connection_id, product_id from listing where product_id is not null order by id")
                .query((row, _) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() >= atLeast)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
