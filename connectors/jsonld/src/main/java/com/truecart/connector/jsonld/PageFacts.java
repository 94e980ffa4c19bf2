package com.truecart.connector.jsonld;

import com.truecart.kit.web.Addresses;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of itself.
 *
 * @param address by which the shop wants it known
 * @param base against which its relative addresses are meant
 * @param language of its texts, where it states one
 * @param crumbs the path to it, from the widest category on, itself left out
 */
record PageFacts(URI address, String base, Optional<String> language, List<String> crumbs) {

    static PageFacts of(Document page, URI fetched, List<Thing> things) {
        String base = page.baseUri().isEmpty() ? fetched.toString() : page.baseUri();
        return new PageFacts(
                canonical(page, base, Addresses.withoutFragment(fetched)),
                base,
                language(page),
                crumbs(things, base, fetched));
    }

    String key() {
        return Addresses.key(address);
    }

    /**
     * Whether this address is this page's; a fragment or a query names a part or a variant of it.
     */
    boolean isAt(URI other) {
        return Addresses.sameHost(address, other)
                && String.valueOf(address.getRawPath()).equals(String.valueOf(other.getRawPath()));
    }

    /** A canonical address that names another shop or the home page is a mistake of the theme. */
    private static URI canonical(Document page, String base, URI fetched) {
        for (Element link : page.select("link[rel=canonical][href]")) {
            Optional<URI> canonical =
                    Addresses.whole(base, link.attr("href"))
                            .map(Addresses::withoutFragment)
                            .filter(address -> Addresses.sameHost(address, fetched))
                            .filter(address -> Addresses.key(address).length() > 1);
            if (canonical.isPresent()) {
                return canonical.get();
            }
        }
        return fetched;
    }

    private static Optional<String> language(Document page) {
        Element html = page.selectFirst("html[lang]");
        return html == null
                ? Optional.empty()
                : Optional.of(
                                Locale.forLanguageTag(html.attr("lang").replace('_', '-'))
                                        .toLanguageTag())
                        .filter(tag -> !tag.equals("und"));
    }

    private static List<String> crumbs(List<Thing> things, String base, URI fetched) {
        List<String> names = new ArrayList<>();
        for (Thing list : things.stream().filter(each -> each.is("BreadcrumbList")).toList()) {
            List<Thing> steps = list.things("itemListElement");
            if (names.isEmpty() && steps.size() > 1) {
                for (Thing step : steps.subList(0, steps.size() - 1)) {
                    boolean isHome =
                            step.thing("item")
                                    .flatMap(Thing::id)
                                    .or(() -> step.text("item"))
                                    .flatMap(text -> Addresses.whole(base, text))
                                    .filter(address -> Addresses.sameHost(address, fetched))
                                    .filter(address -> Addresses.key(address).equals("/"))
                                    .isPresent();
                    if (!isHome) {
                        step.text("name", "item").ifPresent(names::add);
                    }
                }
            }
        }
        return names;
    }
}
