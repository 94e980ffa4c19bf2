package com.truecart.benchmarks.search;

import com.truecart.model.Money;
import com.truecart.search.Facets;
import com.truecart.search.Filters;
import com.truecart.search.SearchQuery;
import com.truecart.search.analysis.Word;
import com.truecart.search.layout.Standing;
import com.truecart.search.layout.TextField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A search as one statement: hits, total and ten values of each facet, all counted with all
 * filters.
 *
 * @param sql with a parameter for each of {@code values}
 */
record PostgresQuestion(String sql, List<Object> values) {

    static PostgresQuestion of(SearchQuery question) {
        List<Object> values = new ArrayList<>();
        Filters filters = question.filters();
        List<String> words = Word.in(question.text()).stream().map(PostgresQuestion::word).toList();
        String found = found(words, values);
        String offers = offers(filters, values);
        String hit = "true";
        if (!filters.brands().isEmpty()) {
            hit += " and brand_key = any (?::text[])";
            values.add(strings(filters.brands().stream().map(Facets::brandKey).toList()));
        }
        if (!filters.categories().isEmpty()) {
            hit += " and categories && ?::text[]";
            values.add(strings(filters.categories()));
        }
        return new PostgresQuestion(
                """
                with found as materialized (%s),
                wanted as materialized (
                    select o.product, o.store, o.price, o.discount, o.id
                    from found join offer o on o.product = found.number where %s),
                best as (
                    select product, min(price) as price, max(discount) as discount
                    from wanted group by product),
                hit as materialized (
                    select found.*, best.price, best.discount
                    from found join best on best.product = found.number where %s)
                select (select count(*) from hit),
                    (select json_agg(page) from (
                        select id, (select array_agg(wanted.id order by wanted.price)
                            from wanted where wanted.product = hit.number) as offers
                        from hit order by %s sales_rank nulls last, id limit %d) page),
                    (select json_agg(brands) from (
                        select brand_key, count(*) from hit group by 1 order by 2 desc limit 10) brands),
                    (select json_agg(stores) from (
                        select store, count(distinct product) from wanted
                        join hit on hit.number = product group by 1 order by 2 desc limit 10) stores),
                    (select json_agg(parts) from (
                        select unnest(categories), count(*) from hit
                        group by 1 order by 2 desc limit 10) parts)
                """
                        .formatted(found, offers, hit, order(question), question.size()),
                values);
    }

    private static String found(List<String> words, List<Object> values) {
        int needed =
                words.size() <= 2 ? words.size() : words.size() - Math.max(1, words.size() / 4);
        values.add(String.join(" | ", words));
        String sql =
                "select number, sales_rank, id, brand_key, categories,"
                        + " ts_rank(words, ?::tsquery) + standing * "
                        + Standing.POINT
                        + " as score from product where words @@ ?::tsquery";
        if (needed == words.size()) {
            values.add(String.join(" & ", words));
            return sql;
        }
        values.add(String.join(" | ", words));
        values.addAll(words);
        return sql
                + words.stream()
                        .map(_ -> "(words @@ ?::tsquery)::int")
                        .collect(Collectors.joining(" + ", " and ", " >= " + needed));
    }

    private static String word(Word word) {
        List<String> any = new ArrayList<>();
        for (TextField field :
                List.of(
                        TextField.TITLE,
                        TextField.IDENTIFIER,
                        TextField.BRAND,
                        TextField.CATEGORY)) {
            any.add(PostgresRows.lexeme(field, word.whole()));
        }
        if (!word.parts().isEmpty()) {
            for (TextField field : List.of(TextField.TITLE, TextField.IDENTIFIER)) {
                any.add(
                        word.parts().stream()
                                .map(part -> PostgresRows.lexeme(field, part))
                                .collect(Collectors.joining(" & ", "(", ")")));
            }
        }
        return "(" + String.join(" | ", any) + ")";
    }

    private static String offers(Filters filters, List<Object> values) {
        String sql = "true";
        if (!filters.stores().isEmpty()) {
            sql += " and o.store = any (?::text[])";
            values.add(strings(filters.stores()));
        }
        sql += filters.minPrice().map(Money::minor).map(it -> " and o.price >= " + it).orElse("");
        sql += filters.maxPrice().map(Money::minor).map(it -> " and o.price <= " + it).orElse("");
        sql += filters.inStock() ? " and o.in_stock" : "";
        return sql + (filters.hasPromotion() ? " and o.promotion" : "");
    }

    private static String order(SearchQuery question) {
        return switch (question.sort()) {
            case RELEVANCE -> "score desc,";
            case PRICE -> "price,";
            case DISCOUNT -> "discount desc,";
            case SALES_RANK -> "";
        };
    }

    private static String[] strings(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
