package com.truecart.connector.declarative;

import com.truecart.connector.declarative.Definition.Paging;
import com.truecart.connector.declarative.Definition.Request;
import com.truecart.connector.declarative.Filters.Scene;
import com.truecart.kit.Json;
import com.truecart.kit.UnusableRecord;
import com.truecart.kit.web.Addresses;
import com.truecart.kit.web.Fetch;
import com.truecart.kit.web.RobotTest;
import com.truecart.kit.web.Robots;
import com.truecart.model.Listing;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Cursor;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Misconfigured;
import com.truecart.spi.UpstreamException.Refused;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Asks a definition's requests one after another, answer by answer. */
final class DeclaredCatalog implements CatalogSource {
    /** More answers of one list are a list that runs in a circle. */
    private static final int MOST_ANSWERS = 100_000;

    private static final Pattern END_OF_PAGE = Pattern.compile("(?i)</html\\s*>");

    private final ConnectorContext context;
    private final Fetch fetch;
    private final Robots robots;
    private @Nullable Shop opened;

    DeclaredCatalog(ConnectorContext context) {
        this.context = context;
        this.fetch = new Fetch(context.http(), context.setting(DeclarativeProvider.CONTACT));
        this.robots = new Robots(fetch, context);
    }

    /** A definition and the address it is read at. */
    private record Shop(Definition definition, URI address, Translate translate) {}

    @Override
    public Page<Listing> page(Pull pull) {
        Shop shop = shop();
        Step step =
                pull instanceof Pull.Resume(Cursor at)
                        ? Step.parse(at)
                                .filter(known ->
                                        known.request() < shop.definition().requests().size())
                                .orElseGet(() -> Step.first(context.clock().instant()))
                        : Step.first(context.clock().instant());
        Request request = shop.definition().requests().get(step.request());
        URI address = address(shop, request, step);
        Reply reply = ask(shop, address);
        Part answer = answer(shop, reply, address);
        List<Part> records = answer.parts(request.records());
        if (records.isEmpty() && step.at().isEmpty()) {
            throw new Drifted(
                    "no record is found by "
                            + request.records()
                            + " ("
                            + request.place()
                            + "); look at the answer and correct the selector");
        }
        Scene scene = new Scene(address, shop.definition().currency());
        List<Listing> listings = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            try {
                listings.add(shop.translate().listing(records.get(i), scene, reply.at()));
            } catch (IllegalArgumentException | ArithmeticException unusable) {
                skipped.add(
                        UnusableRecord.skipped(
                                Addresses.key(address) + " record " + (i + 1),
                                unusable,
                                records.get(i).toString()));
            }
        }
        return new Page<>(listings, skipped, next(shop, step, records.size(), answer, address));
    }

    private Page.Next next(Shop shop, Step step, int records, Part answer, URI address) {
        Request request = shop.definition().requests().get(step.request());
        Optional<String> at = at(request, step, records, answer, address);
        if (at.isPresent()) {
            return new Page.More(step.on(at.get()).cursor());
        }
        return step.request() + 1 < shop.definition().requests().size()
                ? new Page.More(step.nextRequest().cursor())
                : new Page.Done(Optional.empty(), Optional.of(step.startedAt()));
    }

    /** How the list goes on; empty at its end. */
    private static Optional<String> at(
            Request request, Step step, int records, Part answer, URI address) {
        return switch (request.paging()) {
            case Paging.None _ -> Optional.empty();
            case Paging.Counted counted -> {
                int number = number(counted, step) + counted.step();
                boolean isLast =
                        records == 0 || counted.size().filter(full -> records < full).isPresent();
                if (number / counted.step() > MOST_ANSWERS) {
                    throw new Drifted(
                            "the list does not end after "
                                    + MOST_ANSWERS
                                    + " answers ("
                                    + request.place()
                                    + "); check its paging");
                }
                yield isLast ? Optional.empty() : Optional.of(String.valueOf(number));
            }
            case Paging.Linked(String select) -> {
                Optional<URI> next =
                        answer.texts(select).stream()
                                .findFirst()
                                .flatMap(text -> Addresses.whole(address.toString(), text))
                                .filter(found -> Addresses.sameHost(found, address));
                if (next.isPresent() && next.get().equals(address)) {
                    throw new Drifted(
                            "an answer names itself as the next ("
                                    + request.place()
                                    + "); correct the selector of the next address");
                }
                yield next.map(Addresses::key);
            }
        };
    }

    private static int number(Paging.Counted counted, Step step) {
        return step.at().matches("\\d{1,9}") ? Integer.parseInt(step.at()) : counted.from();
    }

    private static URI address(Shop shop, Request request, Step step) {
        String path =
                switch (request.paging()) {
                    case Paging.None _ -> request.path();
                    case Paging.Counted counted ->
                            request.path()
                                    .replace(counted.word(), String.valueOf(number(counted, step)));
                    case Paging.Linked _ -> step.at().isEmpty() ? request.path() : step.at();
                };
        String base = shop.address().toString().replaceFirst("/+$", "");
        boolean isFollowed = request.paging() instanceof Paging.Linked && !step.at().isEmpty();
        return Addresses.whole(isFollowed ? base + "/" : base + path, isFollowed ? path : "")
                .orElseThrow(() ->
                        new Misconfigured(
                                DeclarativeProvider.DEFINITION,
                                "makes no web address of "
                                        + path
                                        + " ("
                                        + request.place()
                                        + "); correct the path"));
    }

    private Reply ask(Shop shop, URI address) {
        if (shop.definition().isHtml() && !robots.of(shop.address()).allow(address)) {
            throw new Refused(
                    "robots.txt closes "
                            + Addresses.key(address)
                            + " to us; ask the shop, or name another path in "
                            + shop.definition().file());
        }
        Reply reply = fetch.get(address);
        if (!reply.isSuccess()) {
            throw new Drifted(
                    Addresses.key(address)
                            + " answers "
                            + reply.status()
                            + "; check the path in "
                            + shop.definition().file());
        }
        return reply;
    }

    private static Part answer(Shop shop, Reply reply, URI address) {
        if (!shop.definition().isHtml()) {
            return new Part.Json(Json.parse(reply.body()).node());
        }
        Document page = Jsoup.parse(reply.body(), address.toString());
        if (RobotTest.is(page)) {
            throw new Drifted(
                    Addresses.key(address)
                            + " is answered with a test for robots; ask the shop to let us in");
        }
        // half a page parses as well as a whole one, and its other records would count as gone
        if (!END_OF_PAGE.matcher(reply.body()).find()) {
            throw new Drifted(
                    Addresses.key(address) + " breaks off: it has no </html>; pull again later");
        }
        return new Part.Html(page);
    }

    /** What a look at the first answer shows. */
    String glance() {
        Page<Listing> first = page(new Pull.Everything());
        return first.entries().isEmpty()
                ? "it answers; of its first "
                        + first.skipped().size()
                        + " records none can be used: "
                        + first.skipped().getFirst().field()
                        + " "
                        + first.skipped().getFirst().reason()
                : "first product: "
                        + first.entries()
                                .getFirst()
                                .title()
                                .byLanguage()
                                .values()
                                .iterator()
                                .next();
    }

    private synchronized Shop shop() {
        Shop known = opened;
        if (known == null) {
            Definition definition = Definitions.of(context);
            URI address =
                    context.setting(DeclarativeProvider.ADDRESS)
                            .map(text ->
                                    Addresses.whole(text, "")
                                            .orElseThrow(() ->
                                                    new Misconfigured(
                                                            DeclarativeProvider.ADDRESS,
                                                            "must be a whole http or https"
                                                                    + " address, such as"
                                                                    + " https://shop.example")))
                            .orElse(definition.address());
            String name =
                    context.setting(DeclarativeProvider.SHOP_NAME)
                            .orElseGet(() -> String.valueOf(address.getHost()));
            known = new Shop(definition, address, new Translate(definition, name));
            opened = known;
        }
        return known;
    }
}
