package com.truecart.app.compare;

import com.truecart.app.web.Problem;
import com.truecart.model.Money;
import com.truecart.search.Cursor;
import com.truecart.search.Filters;
import com.truecart.search.SearchQuery;
import com.truecart.search.Sort;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What a shopper asks for, as it stands in the address of the page.
 *
 * @param text what was typed
 * @param least lowest effective price of one unit before delivery
 * @param most highest one
 * @param page counted from 1
 * @param after where the page before ended, for programs that read on; {@code page} is 1 then
 * @param explain whether to say why each product stands where it does
 */
public record SearchForm(
        String text,
        Optional<Money> least,
        Optional<Money> most,
        Set<String> stores,
        Set<String> brands,
        Set<String> categories,
        boolean inStock,
        boolean promotion,
        Sort sort,
        int page,
        Optional<Cursor> after,
        boolean explain) {

    /** Products on a page. */
    public static final int SIZE = 24;

    private static final int LAST_PAGE = SearchQuery.DEEPEST_HIT / SIZE;

    /** Reads an address; what cannot be read is refused with the field and the remedy. */
    public static SearchForm read(MultiValueMap<String, String> parameters) {
        return new SearchForm(
                        SearchQuery.shortened(first(parameters, "q").orElse("")),
                        first(parameters, "min").map(value -> money("min", value)),
                        first(parameters, "max").map(value -> money("max", value)),
                        all(parameters, "store"),
                        all(parameters, "brand"),
                        all(parameters, "category"),
                        first(parameters, "inStock").isPresent(),
                        first(parameters, "promotion").isPresent(),
                        first(parameters, "sort").map(SearchForm::sort).orElse(Sort.RELEVANCE),
                        first(parameters, "page").map(SearchForm::page).orElse(1),
                        first(parameters, "after").map(SearchForm::cursor),
                        first(parameters, "explain").filter("true"::equals).isPresent())
                .checked();
    }

    private SearchForm checked() {
        if (after.isPresent() && (page != 1 || after.get().sort() != sort)) {
            throw Problem.badRequest(
                    "after", "goes with no page number and with the sort of the page it is from");
        }
        return this;
    }

    SearchQuery query() {
        Filters filters =
                new Filters(
                        Optional.of(PricedOffer.HOME).filter(_ -> sort == Sort.PRICE),
                        least,
                        most,
                        stores,
                        brands,
                        categories,
                        inStock,
                        promotion);
        return new SearchQuery(text, filters, sort, page - 1, SIZE, after);
    }

    /** Whether anything but words is asked. */
    public boolean isFiltered() {
        return least.isPresent()
                || most.isPresent()
                || !stores.isEmpty()
                || !brands.isEmpty()
                || !categories.isEmpty()
                || inStock
                || promotion;
    }

    /** The address of another page of the same answer. */
    public String addressOfPage(int other) {
        MultiValueMap<String, String> parameters = parameters();
        parameters.set("page", Integer.toString(other));
        return address(parameters);
    }

    /** The address of the same question without one of its filters. */
    public String addressWithout(String field, String value) {
        MultiValueMap<String, String> parameters = parameters();
        List<String> values = parameters.getOrDefault(field, List.of());
        parameters.put(field, values.stream().filter(other -> !other.equals(value)).toList());
        return address(parameters);
    }

    /** The address of the same words with no filter. */
    public String addressUnfiltered() {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("q", text);
        return address(parameters);
    }

    /** How a limit stands in its field: "12.90". */
    public static String plain(Optional<Money> limit) {
        return limit.map(amount -> amount.major().toPlainString()).orElse("");
    }

    private MultiValueMap<String, String> parameters() {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("q", text);
        least.ifPresent(_ -> parameters.add("min", plain(least)));
        most.ifPresent(_ -> parameters.add("max", plain(most)));
        stores.forEach(store -> parameters.add("store", store));
        brands.forEach(brand -> parameters.add("brand", brand));
        categories.forEach(category -> parameters.add("category", category));
        if (inStock) {
            parameters.add("inStock", "yes");
        }
        if (promotion) {
            parameters.add("promotion", "yes");
        }
        if (sort != Sort.RELEVANCE) {
            parameters.add("sort", sort.name().toLowerCase(Locale.ROOT));
        }
        if (explain) {
            parameters.add("explain", "true");
        }
        return parameters;
    }

    /** The address of the same answer with the reasons for its order. */
    public String addressExplained() {
        MultiValueMap<String, String> parameters = parameters();
        parameters.set("page", Integer.toString(page));
        parameters.set("explain", "true");
        return address(parameters);
    }

    private static Cursor cursor(String value) {
        try {
            return Cursor.decoded(value);
        } catch (IllegalArgumentException _) {
            throw Problem.badRequest(
                    "after",
                    "must be what the page before gave as next, or absent for the first page");
        }
    }

    private static String address(MultiValueMap<String, String> parameters) {
        String query =
                parameters.entrySet().stream()
                        .flatMap(entry ->
                                entry.getValue().stream()
                                        .map(value -> entry.getKey() + "=" + coded(value)))
                        .collect(Collectors.joining("&"));
        return "/search?" + query;
    }

    private static String coded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Optional<String> first(MultiValueMap<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.getFirst(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static Set<String> all(MultiValueMap<String, String> parameters, String name) {
        Set<String> values = new LinkedHashSet<>();
        for (String value : parameters.getOrDefault(name, List.of())) {
            if (!value.isBlank()) {
                values.add(value);
            }
        }
        return values;
    }

    private static Money money(String field, String value) {
        if (value.matches("\\d{1,7}(\\.\\d{1,2})?")) {
            return Money.ofMajor(new BigDecimal(value), PricedOffer.HOME);
        }
        throw Problem.badRequest(field, "must be an amount such as 12.90, is '" + value + "'");
    }

    private static Sort sort(String value) {
        try {
            return Sort.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw Problem.badRequest(
                    "sort", "must be relevance, price, discount or sales_rank, is '" + value + "'");
        }
    }

    private static int page(String value) {
        if (value.matches("\\d{1,4}")) {
            int page = Integer.parseInt(value);
            if (page >= 1 && page <= LAST_PAGE) {
                return page;
            }
        }
        throw Problem.badRequest("page", "must be in 1.." + LAST_PAGE + ", is '" + value + "'");
    }
}
