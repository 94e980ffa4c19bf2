package com.truecart.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Benefit;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Promotion;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Cursor;
import com.truecart.spi.Health;
import com.truecart.spi.Levels;
import com.truecart.spi.OrderLine;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.Setting;
import com.truecart.spi.UpstreamException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What every connector keeps. A concrete test states the facts of one known upstream and inherits
 * the behaviours; one that takes orders extends {@link OrderContract}.
 */
public abstract class ConnectorContract extends FaultContract {

    /** How many listings that upstream has, the unusable ones not counted. */
    protected abstract int listings();

    /** Prices as a person reads them in the upstream's own pages, by upstream id. */
    protected abstract Map<String, Money> somePrices();

    /** An id of the right shape that this upstream lists nothing under. */
    protected String unlisted() {
        return "999999999";
    }

    /** How many unusable records that upstream has. */
    protected int unusable() {
        return 0;
    }

    /** Changes one listing at the upstream and gives its id; empty where the test cannot. */
    protected Optional<String> change() {
        return Optional.empty();
    }

    /** How many promotions that upstream states, store-wide and on single offers. */
    protected int promotions() {
        return 0;
    }

    @Test
    @Shows(Behaviour.OPENING)
    void theKindIsFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ConnectorProvider.class).stream())
                .anyMatch(found -> found.type().equals(provider().getClass()));
    }

    @Test
    @Shows(Behaviour.OPENING)
    void theDescriptorIsAlwaysTheSame() {
        assertThat(provider().descriptor()).isEqualTo(provider().descriptor());
    }

    @Test
    @Shows(Behaviour.OPENING)
    void whatIsDeclaredIsPresentAndWhatIsPresentIsDeclared() {
        Set<Capability> present = EnumSet.of(Capability.CATALOG);
        try (Connector connector = open(context())) {
            connector.lookup().ifPresent(_ -> present.add(Capability.LOOK_UP));
            connector.promotions().ifPresent(_ -> present.add(Capability.PROMOTIONS));
            connector.orders().ifPresent(_ -> present.add(Capability.ORDERS));
            connector.webhooks().ifPresent(_ -> present.add(Capability.WEBHOOKS));
            connector.handOff().ifPresent(_ -> present.add(Capability.HAND_OFF));
        }
        Set<Capability> declared = new HashSet<>(provider().descriptor().capabilities());
        declared.remove(Capability.CHANGES_SINCE);
        assertThat(present)
                .as("declared in the descriptor; present in the connector")
                .isEqualTo(declared);
    }

    @Test
    @Shows(Behaviour.OPENING)
    void aMissingSettingIsNamedWhenOpened() {
        for (Setting setting : provider().descriptor().settings()) {
            if (setting.required() && setting.defaultValue().isEmpty()) {
                assertThatThrownBy(() -> open(context().without(setting.name())))
                        .as("without " + setting.name())
                        .isInstanceOfSatisfying(
                                UpstreamException.Misconfigured.class,
                                problem -> assertThat(problem.setting()).isEqualTo(setting.name()));
            }
        }
    }

    @Test
    @Shows(Behaviour.OPENING)
    void openingMakesNoCall() {
        LoopbackContext context = context();
        open(context).close();
        assertThat(context.calls()).isEmpty();
    }

    @Test
    @Shows(Behaviour.OPENING)
    void aWorkingUpstreamIsUp() {
        assertThat(open(context()).check()).isInstanceOf(Health.Up.class);
    }

    @Test
    @Shows(Behaviour.OPENING)
    void anUnreachableUpstreamIsDownAndSaysWhoActs() {
        LoopbackContext context = context();
        context.breakNext(Fault.NEVER_LEFT);
        Health health = open(context).check();
        assertThat(context.isFaultPlanned())
                .as("the fault was not spent; the check made no call")
                .isFalse();
        assertThat(health)
                .isInstanceOfSatisfying(
                        Health.Down.class, down -> assertThat(down.remedy()).isNotBlank());
    }

    @Test
    @Shows(Behaviour.PAGING)
    void pagingEndsAndEachListingComesOnce() {
        Pulled<Listing> pulled = pull();
        assertThat(pulled.entries()).hasSize(listings());
        assertThat(pulled.entries().stream().map(Listing::upstreamId)).doesNotHaveDuplicates();
    }

    @Test
    @Shows(Behaviour.PAGING)
    void aWholePullSaysSinceWhenItIsComplete() {
        Pulled<Listing> pulled = pull();
        assertThat(pulled.end().completeAsOf()).isPresent();
        assertThat(pulled.entries())
                .allMatch(listing -> !listing.seenAt().isBefore(pulled.end().completeAsOf().get()));
    }

    @Test
    @Shows(Behaviour.PAGING)
    void aPageAskedForTwiceStatesTheSame() {
        try (Connector connector = open(context())) {
            Page<Listing> first = connector.catalog().page(new Pull.Everything());
            Page<Listing> again = connector.catalog().page(new Pull.Everything());
            assertThat(priced(again.entries())).isEqualTo(priced(first.entries()));
        }
    }

    @Test
    @Shows(Behaviour.PAGING)
    void resumingAfterACrashLeavesNoGap() {
        Pulled<Listing> whole = pull();
        int pages = whole.cursors().size();
        for (int crashAfter : new int[] {1, pages / 2, pages}) {
            if (crashAfter >= 1 && crashAfter <= pages) {
                assertThat(idsWithACrashAfter(crashAfter))
                        .as("crash after page " + crashAfter)
                        .isEqualTo(ids(whole.entries()));
            }
        }
    }

    @Test
    @Shows(Behaviour.PAGING)
    void aCursorOfAnotherReleaseBeginsAgain() {
        try (Connector connector = open(context())) {
            Function<Pull, Page<Listing>> source = connector.catalog()::page;
            Pull strange = new Pull.Resume(new Cursor("cursor of another release"));
            assertThat(ids(Pulled.from(strange, source).entries()))
                    .isEqualTo(ids(pull().entries()));
        }
    }

    @Test
    @Shows(Behaviour.SKIPPED)
    void anUnusableRecordIsNamedWithFieldAndReason() {
        List<Page.Skipped> skipped = pull().skipped();
        assertThat(skipped)
                .hasSize(unusable())
                .allSatisfy(record -> {
                    assertThat(record.upstreamRef()).isNotBlank();
                    assertThat(record.field()).isNotBlank();
                    assertThat(record.reason()).isNotBlank();
                });
    }

    @Test
    @Shows(Behaviour.MONEY)
    void pricesAreExact() {
        List<Listing> entries = pull().entries();
        somePrices()
                .forEach((id, price) ->
                        assertThat(entries)
                                .filteredOn(listing -> listing.upstreamId().equals(id))
                                .singleElement()
                                .satisfies(listing ->
                                        assertThat(listing.offers().getFirst().price())
                                                .isEqualTo(price)));
    }

    @Test
    @Shows(Behaviour.MONEY)
    void titlesAndDescriptionsArePlainText() {
        assertThat(pull().entries())
                .allSatisfy(listing -> {
                    assertThat(listing.title().byLanguage().values())
                            .noneMatch(ConnectorContract::hasMarkup);
                    assertThat(
                                    listing.description()
                                            .map(text -> text.byLanguage().values())
                                            .orElse(List.of()))
                            .noneMatch(ConnectorContract::hasMarkup);
                });
    }

    @Test
    @Shows(Behaviour.PROMOTIONS)
    void promotionsAreModelledOrKeptInTheirOwnWords() {
        List<Promotion> stated = statedPromotions();
        assertThat(stated).hasSize(promotions());
        assertThat(stated)
                .allSatisfy(promotion -> {
                    assertThat(promotion.ref()).isNotBlank();
                    if (promotion.benefit() instanceof Benefit.Unmodelled(String text)) {
                        assertThat(text).isNotBlank();
                    }
                });
    }

    @Test
    @Shows(Behaviour.CHANGES)
    void whatChangedSinceTheWatermarkComes() {
        Optional<Cursor> watermark = pull().end().watermark();
        boolean declared =
                provider().descriptor().capabilities().contains(Capability.CHANGES_SINCE);
        assertThat(watermark.isPresent()).as("a whole pull gives a watermark").isEqualTo(declared);
        if (watermark.isEmpty()) {
            return;
        }
        Optional<String> changed = change();
        if (changed.isEmpty()) {
            notShown("let change() change one listing upstream");
        }
        try (Connector connector = open(context())) {
            Function<Pull, Page<Listing>> source = connector.catalog()::page;
            Pulled<Listing> since = Pulled.from(new Pull.Since(watermark.get()), source);
            assertThat(ids(since.entries())).contains(changed.orElseThrow());
            assertThat(since.end().watermark()).as("where the next one starts").isPresent();
        }
    }

    @Test
    @Shows(Behaviour.LOOK_UP)
    void aSingleListingIsStatedAsThePullStatesItByOneCall() {
        List<Listing> pulled = pull().entries();
        for (Listing listing : List.of(pulled.getFirst(), pulled.getLast())) {
            LoopbackContext context = context();
            try (Connector connector = open(context)) {
                connector
                        .lookup()
                        .ifPresent(lookup -> {
                            assertThat(lookup.now(listing.upstreamId()))
                                    .get()
                                    .usingRecursiveComparison()
                                    .ignoringFields("seenAt")
                                    .isEqualTo(listing);
                            assertThat(context.calls()).as("calls for one listing").hasSize(1);
                        });
            }
        }
    }

    @Test
    @Shows(Behaviour.LOOK_UP)
    void aListingThatIsGoneIsAbsentAndAFailureIsNot() {
        LoopbackContext context = context();
        try (Connector connector = open(context)) {
            connector
                    .lookup()
                    .ifPresent(lookup -> {
                        assertThat(lookup.now(unlisted())).isEmpty();
                        context.breakNext(Fault.NEVER_LEFT);
                        assertThatThrownBy(
                                        () -> lookup.now(somePrices().keySet().iterator().next()))
                                .isInstanceOf(UpstreamException.class);
                    });
        }
    }

    @Test
    @Shows(Behaviour.HAND_OFF)
    void aLinkLeadsToAWebAddress() {
        Listing listing = pull().entries().getFirst();
        try (Connector connector = open(context())) {
            connector
                    .handOff()
                    .ifPresent(links ->
                            assertIsWebAddress(
                                    links.linkTo(new OrderLine(listing.upstreamId(), 1)).at()));
        }
    }

    @Test
    @Shows(Behaviour.OPENING)
    void theLevelsClaimNoMoreThanContractTestsShow() {
        Levels.of(provider())
                .ifPresent(levels -> {
                    assertThat(levels.byCapability().keySet())
                            .as("capabilities in the levels file")
                            .isEqualTo(provider().descriptor().capabilities());
                    levels.byCapability()
                            .forEach((capability, level) -> {
                                if (level != Levels.Level.DECLARED) {
                                    assertThat(
                                                    contractsOfThisKind()
                                                            .anyMatch(
                                                                    covers(capability)
                                                                            ::isAssignableFrom))
                                            .as(
                                                    "%s claims %s, so a contract test extends %s",
                                                    capability,
                                                    level.word(),
                                                    covers(capability).getSimpleName())
                                            .isTrue();
                                }
                            });
                });
    }

    /** The catalogue of a fresh connection, to its end. */
    protected final Pulled<Listing> pull() {
        try (Connector connector = open(context())) {
            return Pulled.everything(connector.catalog()::page);
        }
    }

    /** All promotions that upstream states. */
    protected final List<Promotion> statedPromotions() {
        try (Connector connector = open(context())) {
            List<Promotion> stated =
                    new ArrayList<>(
                            Pulled.<Listing>everything(connector.catalog()::page).entries().stream()
                                    .flatMap(listing -> listing.offers().stream())
                                    .map(Offer::promotions)
                                    .flatMap(List::stream)
                                    .toList());
            connector
                    .promotions()
                    .ifPresent(source ->
                            stated.addAll(Pulled.<Promotion>everything(source::page).entries()));
            return stated;
        }
    }

    /** Says that a behaviour was not tried, which the table shows; never to be read as green. */
    static void notShown(String why) {
        Assumptions.abort("not shown: " + why);
    }

    static void assertIsWebAddress(URI address) {
        assertThat(address.toString()).matches("https?://[^/]+.*");
    }

    /** What a contract test must be to show a capability. */
    private static Class<?> covers(Capability capability) {
        return switch (capability) {
            case CATALOG, CHANGES_SINCE, LOOK_UP, PROMOTIONS, HAND_OFF -> ConnectorContract.class;
            case ORDERS -> QuoteContract.class;
            case WEBHOOKS -> WebhookContract.class;
        };
    }

    private Stream<Class<?>> contractsOfThisKind() {
        return ContractTests.beside(getClass())
                .filter(test -> test.provider().getClass().equals(provider().getClass()))
                .map(ConnectorContract::getClass);
    }

    private Set<String> idsWithACrashAfter(int pages) {
        Set<String> delivered = new TreeSet<>();
        Pull pull = new Pull.Everything();
        try (Connector connector = open(context())) {
            for (int i = 0; i < pages; i++) {
                Page<Listing> page = connector.catalog().page(pull);
                delivered.addAll(ids(page.entries()));
                pull = new Pull.Resume(((Page.More) page.next()).at());
            }
        }
        try (Connector afterTheCrash = open(context())) {
            Function<Pull, Page<Listing>> source = afterTheCrash.catalog()::page;
            delivered.addAll(ids(Pulled.from(pull, source).entries()));
        }
        return delivered;
    }

    private static Set<String> ids(List<Listing> entries) {
        return entries.stream()
                .map(Listing::upstreamId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Money> priced(List<Listing> entries) {
        return entries.stream()
                .collect(
                        Collectors.toMap(
                                Listing::upstreamId,
                                listing -> listing.offers().getFirst().price()));
    }

    private static boolean hasMarkup(String text) {
        return text.matches("(?s).*(</?[a-zA-Z][^>]*>|&(amp|lt|gt|quot|nbsp|#\\d+);).*");
    }
}
