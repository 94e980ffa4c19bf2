package com.truecart.app.order;

import com.truecart.app.catalog.LocalizedJson;
import com.truecart.app.catalog.ProductId;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.spi.PlaceRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The order at one store by itself, for those who see to it after it was placed. */
@Service
public class SoldParts {
    private final JdbcClient jdbc;
    private final OrderRecord record;

    SoldParts(JdbcClient jdbc, OrderRecord record) {
        this.jdbc = jdbc;
        this.record = record;
    }

    /**
     * What was sold.
     *
     * @param orderNumber of the whole order, for people
     * @param codes the promotion codes the store was sent
     */
    public record SoldPart(
            SubOrder subOrder,
            String orderNumber,
            UUID shopper,
            List<SoldLine> lines,
            Set<String> codes) {
        public SoldPart {
            lines = List.copyOf(lines);
            codes = Set.copyOf(codes);
        }
    }

    /**
     * One line.
     *
     * @param line its number within the part
     * @param quoted what the store asked for all its units, shares of discounts taken off
     */
    public record SoldLine(
            int line,
            ProductId product,
            String upstreamId,
            Localized title,
            int quantity,
            Money quoted) {}

    /** The part, whosever it is. */
    public Optional<SoldPart> find(SubOrderId id) {
        return record.find(id).map(this::part);
    }

    /** Where the part stands, without what was sold. */
    public Optional<SubOrder> subOrder(SubOrderId id) {
        return record.find(id);
    }

    /** What was, or is to be, sent to the store: personal. */
    public PlaceRequest sent(SubOrderId id) {
        return record.request(id);
    }

    /** The part, where it is this shopper's. */
    public Optional<SoldPart> find(SubOrderId id, UUID shopper) {
        return find(id).filter(part -> part.shopper().equals(shopper));
    }

    private SoldPart part(SubOrder subOrder) {
        record Head(String number, UUID shopper) {}
        Head head =
                jdbc.sql("select number, shopper from customer_order where id = :id")
                        .param("id", subOrder.order().value())
                        .query((row, _) ->
                                new Head(
                                        row.getString("number"),
                                        row.getObject("shopper", UUID.class)))
                        .single();
        List<SoldLine> lines =
                jdbc.sql("select * from sub_order_line where sub_order_id = :id order by line")
                        .param("id", subOrder.id().value())
                        .query((row, _) ->
                                new SoldLine(
                                        row.getInt("line"),
                                        new ProductId(row.getObject("product_id", UUID.class)),
                                        row.getString("upstream_id"),
                                        LocalizedJson.read(row.getString("title")),
                                        row.getInt("quantity"),
                                        new Money(
                                                row.getLong("quoted"),
                                                subOrder.quoted().total().currency())))
                        .list();
        return new SoldPart(
                subOrder,
                head.number(),
                head.shopper(),
                lines,
                record.request(subOrder.id()).quote().codes());
    }
}
