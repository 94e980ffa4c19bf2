package com.truecart.app.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The products whose search entry is older than the record, and the way through all products. */
final class IndexQueue {
    private final JdbcClient jdbc;

    IndexQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void expectAllOf(String connectionId) {
        jdbc.sql(
                        """
                        insert into index_pending (product_id)
                        select distinct product_id from listing
                        where connection_id = :connection and product_id is not null
                        """)
                .param("connection", connectionId)
                .update();
    }

    CatalogRecorder.Pending pending(int most) {
        Set<ProductId> products = new LinkedHashSet<>();
        List<Long> entries = new ArrayList<>();
        jdbc.sql("select id, product_id from index_pending order by id limit :most")
                .param("most", most)
                .query(row -> {
                    entries.add(row.getLong("id"));
                    products.add(new ProductId(row.getObject("product_id", UUID.class)));
                });
        return new CatalogRecorder.Pending(List.copyOf(products), entries);
    }

    void indexed(CatalogRecorder.Pending done) {
        if (!done.entries().isEmpty()) {
            jdbc.sql("delete from index_pending where id in (:ids)")
                    .param("ids", done.entries())
                    .update();
        }
    }

    List<ProductId> after(ProductId previous, int most) {
        return jdbc.sql("select id from product where id > :previous order by id limit :most")
                .param("previous", previous.value())
                .param("most", most)
                .query((row, _) -> new ProductId(row.getObject("id", UUID.class)))
                .list();
    }
}
