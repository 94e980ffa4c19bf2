package com.truecart.app.notification;

import com.truecart.app.catalog.LocalizedJson;
import com.truecart.app.order.ChangedParts.ChangedPart;
import com.truecart.app.order.OrderId;
import com.truecart.app.order.SubOrder;
import com.truecart.app.order.SubOrderId;
import com.truecart.model.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code notice} and {@code notice_mark}. */
@Repository
class NoticeRecord {
    private static final String READ =
            """
            select n.*, o.number, s.store_name, s.currency
            from notice n join customer_order o on o.id = n.order_id join sub_order s on s.id = n.sub_order_id
            """;
    private final JdbcClient jdbc;

    NoticeRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether it was new.
     *
     * @param mail whether it waits for an e-mail
     */
    boolean add(ChangedPart changed, News.Item item, boolean mail) {
        SubOrder part = changed.subOrder();
        return jdbc.sql(
                                """
                                insert into notice (shopper, order_id, sub_order_id, news, detail, at, mail)
                                values (:shopper, :order, :part, :news, :detail, :at, :mail)
                                on conflict (sub_order_id, news, detail) do nothing
                                """)
                        .param("shopper", changed.shopper())
                        .param("order", part.order().value())
                        .param("part", part.id().value())
                        .param("news", item.news().name())
                        .param("detail", item.detail())
                        .param("at", utc(part.changedAt()))
                        .param("mail", mail ? "waiting" : "unwanted")
                        .update()
                > 0;
    }

    /** Up to where changes were made into notices; the first asker sets it to now. */
    Instant mark(Instant now) {
        jdbc.sql("insert into notice_mark (at) values (:now) on conflict do nothing")
                .param("now", utc(now))
                .update();
        return jdbc.sql("select at from notice_mark")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    void moveMark(Instant to) {
        jdbc.sql("update notice_mark set at = greatest(at, :to)").param("to", utc(to)).update();
    }

    List<Notice> latest(UUID shopper, int atMost) {
        return jdbc.sql(READ + "where n.shopper = :shopper order by n.id desc limit :most")
                .param("shopper", shopper)
                .param("most", atMost)
                .query(NoticeRecord::notice)
                .list();
    }

    int unread(UUID shopper) {
        return jdbc.sql("select count(*) from notice where shopper = :shopper and read_at is null")
                .param("shopper", shopper)
                .query(Integer.class)
                .single();
    }

    /**
     * They were on the shopper's screen.
     *
     * @param upTo the latest that was
     */
    void read(UUID shopper, long upTo, Instant now) {
        jdbc.sql(
                        "update notice set read_at = :now where shopper = :shopper and read_at is null and id <= :upTo")
                .param("now", utc(now))
                .param("shopper", shopper)
                .param("upTo", upTo)
                .update();
    }

    /** Those of an order that wait for an e-mail, the earliest first. */
    List<Notice> toMail(OrderId order) {
        return jdbc.sql(
                        READ
                                + "where n.order_id = :order and n.mail = 'waiting' order by n.at, n.id")
                .param("order", order.value())
                .query(NoticeRecord::notice)
                .list();
    }

    /** Whose order it is, and a part of it, whose recipient is that of all. */
    Optional<Addressee> addressee(OrderId order) {
        return jdbc.sql(
                        "select shopper, sub_order_id from notice where order_id = :order order by id limit 1")
                .param("order", order.value())
                .query((row, _) ->
                        new Addressee(
                                row.getObject("shopper", UUID.class),
                                new SubOrderId(row.getObject("sub_order_id", UUID.class))))
                .optional();
    }

    record Addressee(UUID shopper, SubOrderId part) {}

    /**
     * What became of them.
     *
     * @param mail 'sent', 'unwanted' or 'failed'
     */
    void mailed(List<Notice> notices, String mail) {
        jdbc.sql("update notice set mail = :mail where id in (:ids)")
                .param("mail", mail)
                .param("ids", notices.stream().map(Notice::id).toList())
                .update();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        News news = News.valueOf(row.getString("news"));
        String detail = row.getString("detail");
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Notice(
                row.getLong("id"),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("number"),
                LocalizedJson.read(row.getString("store_name")),
                news,
                detail.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Money(Long.parseLong(detail), currency)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at") != null);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
