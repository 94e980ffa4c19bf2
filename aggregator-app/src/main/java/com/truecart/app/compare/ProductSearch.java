package com.truecart.app.compare;

import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.FreshPrices;
import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.model.Localized;
import com.truecart.search.Cursor;
import com.truecart.search.Facets;
import com.truecart.search.Filters;
import com.truecart.search.OfferSearch;
import com.truecart.search.SearchPage;
import com.truecart.search.SearchQuery;
import com.truecart.search.SearchUnavailableException;
import com.truecart.search.Sort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Finds products by words and filters, and prices what it shows from the record: the index only
 * says which and in what order.
 */
@Service
public class ProductSearch {

    private static final int MOST_CHOICES = 60;

    private final OfferSearch index;
    private final Catalog catalog;
    private final Markets markets;
    private final FreshPrices fresh;

    ProductSearch(OfferSearch index, Catalog catalog, Markets markets, FreshPrices fresh) {
        this.fresh = fresh;
        this.index = index;
        this.catalog = catalog;
        this.markets = markets;
    }

    /**
     * The asked page. Prices on it that are older than promised are asked for anew, within the
     * deadline there is for that; what comes later is found by the next search.
     */
    public SearchAnswer find(SearchForm form) {
        SearchPage page = index.search(form.query());
        Facets facets = page.facets();
        return new SearchAnswer(
                form,
                page.total(),
                freshCards(page.hits()),
                storeFacet(facets.stores(), form.stores()),
                facet("brand", spelledAsChosen(facets.brands(), form.brands()), form.brands()),
                facet("category", facets.categories(), form.categories()),
                page.next().map(Cursor::encoded),
                form.explain() && form.sort() == Sort.RELEVANCE
                        ? index.explain(form.query())
                        : List.of(),
                page.loosely());
    }

    /**
     * What somebody who has typed so far may be looking for: brands and categories with a word that
     * begins so, then products; nothing while the engine is away.
     */
    public List<Suggestion> complete(String typed) {
        String text = SearchQuery.shortened(typed.strip());
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            SearchPage page =
                    index.complete(
                            new SearchQuery(
                                    text, Filters.NONE, Sort.RELEVANCE, 0, Suggestion.PRODUCTS));
            return Suggestion.of(
                    text,
                    page.facets(),
                    cards(page.hits()).stream().map(card -> card.product().title()).toList());
        } catch (SearchUnavailableException e) {
            return List.of();
        }
    }

    /** The products furthest below their list price now. */
    public List<ProductCard> largestDiscounts(int most) {
        SearchQuery query =
                new SearchQuery(
                        "",
                        Filters.NONE.in(PricedOffer.HOME).onlyInStock(),
                        Sort.DISCOUNT,
                        0,
                        most);
        return cards(hits(query, index::search)).stream()
                .filter(card -> card.offers().stream().anyMatch(PricedOffer::isLowered))
                .toList();
    }

    /**
     * Products like this one, without itself: of its narrowest category those with the most similar
     * names, then its best sellers; where it has no category, by the name alone.
     */
    public List<ProductCard> neighboursOf(ProductFacts product, int most) {
        Filters filters =
                product.category().isEmpty()
                        ? Filters.NONE
                        : Filters.NONE.inCategories(
                                Set.of(facetValue(product.category().getLast())));
        SearchQuery named =
                new SearchQuery(
                        SearchQuery.shortened(facetValue(product.title())),
                        filters,
                        Sort.RELEVANCE,
                        0,
                        most + 1);
        List<SearchPage.Hit> hits = new ArrayList<>(hits(named, index::alike));
        if (!product.category().isEmpty() && hits.size() <= most) {
            hits.addAll(
                    hits(
                            new SearchQuery("", filters, Sort.SALES_RANK, 0, 2 * most + 1),
                            index::search));
        }
        return others(hits, product, most);
    }

    /** Products that these words find, without the product itself. */
    public List<ProductCard> othersLike(String words, ProductFacts product, int most) {
        String text = SearchQuery.shortened(words);
        return others(
                hits(
                        new SearchQuery(text, Filters.NONE, Sort.RELEVANCE, 0, most + 1),
                        index::search),
                product,
                most);
    }

    /** Each once, in this order. */
    private List<ProductCard> others(List<SearchPage.Hit> hits, ProductFacts product, int most) {
        Set<String> seen = new HashSet<>(Set.of(product.id().toString()));
        return cards(hits.stream().filter(hit -> seen.add(hit.productId())).limit(most).toList());
    }

    /** Beside what a page is about; it is left out while the engine is away. */
    private static List<SearchPage.Hit> hits(
            SearchQuery query, Function<SearchQuery, SearchPage> asked) {
        try {
            return asked.apply(query).hits();
        } catch (SearchUnavailableException e) {
            return List.of();
        }
    }

    private List<ProductCard> freshCards(List<SearchPage.Hit> hits) {
        List<ProductCard> cards = cards(hits);
        List<OfferFacts> shown =
                cards.stream()
                        .flatMap(card -> card.best().stream())
                        .map(PricedOffer::offer)
                        .toList();
        return fresh.ask(shown) ? cards(hits) : cards;
    }

    private List<ProductCard> cards(List<SearchPage.Hit> hits) {
        Map<ProductId, ProductFacts> facts =
                catalog
                        .products(
                                hits.stream().map(hit -> ProductId.parse(hit.productId())).toList())
                        .stream()
                        .collect(Collectors.toMap(ProductFacts::id, Function.identity()));
        Market market = markets.forOffersOf(facts.values());
        List<ProductCard> cards = new ArrayList<>();
        for (SearchPage.Hit hit : hits) {
            ProductFacts product = facts.get(ProductId.parse(hit.productId()));
            // the record is ahead of the index: what is withdrawn there is not shown
            if (product != null && !product.offers().isEmpty()) {
                cards.add(card(product, hit.offerIds(), market));
            }
        }
        return cards;
    }

    private static ProductCard card(ProductFacts product, List<String> matching, Market market) {
        List<PricedOffer> all = market.offersOf(product);
        List<PricedOffer> wanted =
                all.stream()
                        .filter(priced -> matching.contains(Long.toString(priced.offer().id())))
                        .toList();
        return new ProductCard(product, wanted.isEmpty() ? all : wanted);
    }

    private SearchAnswer.Facet storeFacet(List<Facets.Count> counts, Set<String> chosen) {
        Map<StoreId, Localized> names = catalog.stores();
        return choices(
                "store",
                counts,
                chosen,
                value ->
                        names.getOrDefault(
                                StoreId.parse(value), Localized.of(Localized.UNSTATED, value)));
    }

    /**
     * A brand keeps the spelling it was chosen in, whatever most of these products call it: by that
     * it is taken out of the address again.
     */
    static List<Facets.Count> spelledAsChosen(List<Facets.Count> brands, Set<String> chosen) {
        Map<String, String> spelling =
                chosen.stream()
                        .collect(
                                Collectors.toMap(
                                        Facets::brandKey, Function.identity(), (one, _) -> one));
        return brands.stream()
                .map(count ->
                        new Facets.Count(
                                spelling.getOrDefault(
                                        Facets.brandKey(count.value()), count.value()),
                                count.label(),
                                count.products()))
                .toList();
    }

    private static SearchAnswer.Facet facet(
            String field, List<Facets.Count> counts, Set<String> chosen) {
        Map<String, Localized> labels =
                counts.stream()
                        .filter(count -> count.label().isPresent())
                        .collect(
                                Collectors.toMap(
                                        Facets.Count::value,
                                        count -> count.label().orElseThrow(),
                                        (first, _) -> first));
        return choices(
                field,
                counts,
                chosen,
                value -> labels.getOrDefault(value, Localized.of(Localized.UNSTATED, value)));
    }

    private static SearchAnswer.Facet choices(
            String field,
            List<Facets.Count> counts,
            Set<String> chosen,
            Function<String, Localized> label) {
        List<SearchAnswer.Choice> choices = new ArrayList<>();
        for (Facets.Count count : counts) {
            boolean isChosen = chosen.contains(count.value());
            if (isChosen || choices.size() < MOST_CHOICES) {
                choices.add(
                        new SearchAnswer.Choice(
                                count.value(),
                                label.apply(count.value()),
                                count.products(),
                                isChosen));
            }
        }
        for (String value : chosen) {
            if (counts.stream().noneMatch(count -> count.value().equals(value))
                    && !value.isBlank()) {
                choices.add(new SearchAnswer.Choice(value, labelOfAbsent(value), 0, true));
            }
        }
        return new SearchAnswer.Facet(field, choices);
    }

    private static Localized labelOfAbsent(String value) {
        return Localized.of(Localized.UNSTATED, value);
    }

    /**
     * As the index names brands and categories: in English, else in the first language there is.
     */
    public static String facetValue(Localized words) {
        String english = words.byLanguage().get("en");
        return english != null
                ? english
                : words.byLanguage().entrySet().stream()
                        .min(Map.Entry.comparingByKey())
                        .orElseThrow()
                        .getValue();
    }
}
