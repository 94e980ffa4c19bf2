package com.truecart.kit.web;

import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a shop's robots.txt allows, by RFC 9309: an answer 4xx allows everything, 5xx or none
 * nothing; asked again after a day.
 */
public final class Robots {
    private static final Duration LONGEST_KEPT = Duration.ofHours(24);

    /** A shop that wants more time between two pages could not be read within a day's reach. */
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

    private final Fetch fetch;
    private final ConnectorContext context;
    private final AtomicReference<@Nullable Rules> kept = new AtomicReference<>();

    /** The rules of the shop that this context and these fetches are for. */
    public Robots(Fetch fetch, ConnectorContext context) {
        this.fetch = fetch;
        this.context = context;
    }

    /**
     * The rules of a shop.
     *
     * @param servedAt when the shop's clock says it answered
     * @param readAt when we asked
     */
    public record Rules(BaseRobotRules rules, Instant servedAt, Instant readAt) {
        /** Whether a page may be asked for. */
        public boolean allow(URI page) {
            return rules.isAllowed(page.toString());
        }

        /** The sitemaps it names, as they are written. */
        public List<String> sitemaps() {
            return rules.getSitemaps();
        }
    }

    /**
     * The rules of the shop at this address.
     *
     * @throws UpstreamException.Refused it lets us read nothing, or too slowly
     * @throws UpstreamException.Drifted a page for people stands in its place, or half of it
     */
    public Rules of(URI shop) {
        Rules known = kept.get();
        if (known == null || known.readAt.plus(LONGEST_KEPT).isBefore(context.clock().instant())) {
            known = ask(shop.resolve("/robots.txt"));
            kept.set(known);
        }
        return known;
    }

    private Rules ask(URI address) {
        Reply reply;
        try {
            reply = fetch.get(address);
        } catch (UpstreamException.Refused closed) {
            // 401 and 403 are 4xx: there are no rules to be had, which RFC 9309 reads as none
            return new Rules(
                    new SimpleRobotRules(RobotRulesMode.ALLOW_ALL),
                    context.clock().instant(),
                    context.clock().instant());
        }
        if (reply.status() >= 500) {
            throw new UpstreamException.Unavailable(
                    "robots.txt answers "
                            + reply.status()
                            + ", and until it can be read nothing may be");
        }
        if (!reply.isSuccess()) {
            return new Rules(
                    new SimpleRobotRules(RobotRulesMode.ALLOW_ALL),
                    Fetch.servedAt(reply),
                    reply.at());
        }
        if (RobotTest.is(reply.body())) {
            throw new UpstreamException.Drifted(
                    "robots.txt is answered with a test for robots instead of its rules");
        }
        return new Rules(parsed(address, reply), Fetch.servedAt(reply), reply.at());
    }

    /** "Disallow: /" without any exception. */
    private static boolean closed(SimpleRobotRules rules) {
        return rules.isAllowNone()
                || (rules.getRobotRules().stream()
                                .anyMatch(rule ->
                                        !rule.isAllow() && rule.getPrefix().matches("/\\*?"))
                        && rules.getRobotRules().stream().noneMatch(rule -> rule.isAllow()));
    }

    private BaseRobotRules parsed(URI address, Reply reply) {
        SimpleRobotRules rules =
                new SimpleRobotRulesParser(Long.MAX_VALUE, 1)
                        .parseContent(
                                address.toString(),
                                reply.body().getBytes(StandardCharsets.UTF_8),
                                "text/plain",
                                List.of(Fetch.ROBOT));
        if (closed(rules)) {
            throw new UpstreamException.Refused("robots.txt lets us read nothing");
        }
        long delay = rules.getCrawlDelay();
        Duration between =
                delay == BaseRobotRules.UNSET_CRAWL_DELAY
                        ? Duration.ZERO
                        : Duration.ofMillis(delay);
        if (between.compareTo(LONGEST_DELAY) > 0) {
            throw new UpstreamException.Refused(
                    "robots.txt asks for "
                            + between.toSeconds()
                            + " s between two pages, too much to read a shop");
        }
        context.pace(between);
        return rules;
    }
}
