package com.truecart.connector.pricewatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Benefit;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Cursor;
import com.truecart.spi.Health;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PriceWatchTest {
    private static final String HEADER =
            "\ufeffCategory 1,Category 2,Category 3,Product Code,Brand,Product Name,Supermarket Code,Price,Offers\n";

    private static final String TEA_AND_RICE =
            HEADER
                    + "Drinks,Tea,Iced tea,P1,Vita,Lemon Tea 6s,WELLCOME,\"1,020.50\",Buy 2 item(s) for $30.00 / Buy 6 to get 15% off\n"
                    + "Food,Rice,,R1,,Rice 5kg,NEWMART,80,\n"
                    + "Drinks,Tea,Iced tea,P1,Vita,Lemon Tea 6s,PARKNSHOP,19.90,\n";

    private static final Instant JULY_24 = Instant.parse("2026-07-23T16:00:00Z");

    @Test
    void theKindIsFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(ConnectorProvider.class).stream())
                .anyMatch(provider -> provider.type() == PriceWatchProvider.class);
    }

    @Test
    void aProductIsOneListingWithOneOfferForEachChainEvenIfItsRowsStandApart() {
        Page<Listing> page = first(folder("2026-07-24.csv", TEA_AND_RICE));
        assertThat(page.skipped()).isEmpty();
        assertThat(page.entries()).extracting(Listing::upstreamId).containsExactly("P1", "R1");
        Listing tea = page.entries().getFirst();
        assertThat(tea.identifiers().sharedCode()).contains("P1");
        assertThat(tea.title().in(Locale.ENGLISH)).isEqualTo("Lemon Tea 6s");
        assertThat(tea.offers())
                .extracting(offer -> offer.seller().id() + " " + offer.price())
                .containsExactly("WELLCOME HKD 1020.50", "PARKNSHOP HKD 19.90");
        assertThat(tea.offers().getFirst().promotions())
                .extracting(promotion -> promotion.benefit())
                .containsExactly(
                        new Benefit.BundlePrice(2, Money.of(3000, "HKD")),
                        new Benefit.QuantityPercent(6, 150_000));
        assertThat(tea.offers().getFirst().seller().name().in(Locale.TRADITIONAL_CHINESE))
                .isEqualTo("惠康");
    }

    @Test
    void aChainNobodyKnowsIsNamedByItsCode() {
        Listing rice = first(folder("2026-07-24.csv", TEA_AND_RICE)).entries().getLast();
        assertThat(rice.offers().getFirst().seller().name().in(Locale.ENGLISH))
                .isEqualTo("NEWMART");
        assertThat(rice.brand()).isEmpty();
        assertThat(rice.category()).hasSize(2);
    }

    @Test
    void aDatedFileCountsAsSeenWhenItsDayBeganInHongKongAndThePublishedOneWhenPublished() {
        Page<Listing> dated = first(folder("2026-07-24.csv", TEA_AND_RICE));
        assertThat(dated.entries().getFirst().seenAt()).isEqualTo(JULY_24);
        assertThat(dated.next())
                .isEqualTo(
                        new Page.Done(
                                Optional.of(new Cursor(JULY_24.toString())), Optional.of(JULY_24)));
        Page<Listing> published =
                first(
                        folder("pricewatch_en.csv", TEA_AND_RICE)
                                .file("names", "pricewatch_zh-Hant.csv", HEADER));
        assertThat(published.entries().getFirst().seenAt()).isEqualTo(FakeContext.FETCHED);
    }

    @Test
    void chineseNamesComeFromBesideThePricesOrFromTheOtherFile() {
        Listing fromJson =
                first(
                                folder("2026-07-24.csv", TEA_AND_RICE)
                                        .file(
                                                "prices",
                                                "names_tc.json",
                                                "{\"P1\":{\"name\":\"檸檬茶 6包\",\"brand\":\"維他\",\"cat\":[\"飲品\",\"茶\"]}}"))
                        .entries()
                        .getFirst();
        Listing fromCsv =
                first(
                                folder("pricewatch_en.csv", TEA_AND_RICE)
                                        .file(
                                                "names",
                                                "pricewatch_zh-Hant.csv",
                                                HEADER + "飲品,茶,,P1,維他,檸檬茶 6包,WELLCOME,19.90,\n"))
                        .entries()
                        .getFirst();
        for (Listing listing : List.of(fromJson, fromCsv)) {
            assertThat(listing.title().in(Locale.TRADITIONAL_CHINESE)).isEqualTo("檸檬茶 6包");
            assertThat(listing.brand().orElseThrow().in(Locale.TRADITIONAL_CHINESE))
                    .isEqualTo("維他");
            assertThat(listing.category())
                    .extracting(category -> category.in(Locale.TRADITIONAL_CHINESE))
                    .containsExactly("飲品", "茶", "Iced tea");
        }
    }

    @Test
    void aBadRowIsPassedOverWithItsFieldAndReason() {
        String rows =
                HEADER
                        + "A,B,C,P1,X,Tea,WELLCOME,10.00,\n"
                        + "A,B,C,P1,X,Tea,WELLCOME,11.00,\n"
                        + "A,B,C, ,X,Tea,WELLCOME,10.00,\n"
                        + "A,B,C,P2,X,,WELLCOME,10.00,\n"
                        + "A,B,C,P2,X,Tea,,10.00,\n"
                        + "A,B,C,P2,X,Tea,WELLCOME,,\n"
                        + "A,B,C,P2,X,Tea,WELLCOME,-1.00,\n"
                        + "A,B,C,P2,X,Tea,WELLCOME,n/a,\n"
                        + "A,B,C,P2,X,Tea,WELLCOME,0.00,\n"
                        + "A,B,C,P2,X,Tea,WELLCOME,5.00 USD,\n"
                        + "A,B,C,P2,X,Tea,WELLCOME\n";
        Page<Listing> page = first(folder("2026-07-24.csv", rows));
        assertThat(page.entries()).extracting(Listing::upstreamId).containsExactly("P1");
        assertThat(page.entries().getFirst().offers().getFirst().price())
                .isEqualTo(Money.of(1000, "HKD"));
        assertThat(page.skipped())
                .extracting(skipped -> skipped.upstreamRef() + " " + skipped.field())
                .containsExactly(
                        "2026-07-24.csv line 3 Supermarket Code",
                        "2026-07-24.csv line 4 Product Code",
                        "2026-07-24.csv line 5 Product Name",
                        "2026-07-24.csv line 6 Supermarket Code",
                        "2026-07-24.csv line 7 Price",
                        "2026-07-24.csv line 8 Price",
                        "2026-07-24.csv line 9 Price",
                        "2026-07-24.csv line 10 Price",
                        "2026-07-24.csv line 11 Price",
                        "2026-07-24.csv line 12 row");
        assertThat(page.skipped().getFirst().reason())
                .isEqualTo("WELLCOME states P1 twice; the first row counts");
    }

    @Test
    void aFileThatIsNotThePriceWatchSaysWhatItIs() {
        drifts(
                "<!DOCTYPE html><html>",
                "2026-07-24.csv: the document is an HTML page, expected CSV");
        drifts("", "2026-07-24.csv: the document is empty, expected CSV");
        drifts(HEADER, "2026-07-24.csv: has a header and no rows");
        drifts(
                "Product Code,Price\nP1,1\n",
                "the columns [Category 1, Category 2, Category 3, Brand,");
        drifts(HEADER + "A,B,C,P1,X,\"Tea,WELLCOME,10.00,\n", "line 2");
        drifts(HEADER + "A,B,C,P1,X,Tea,WELLCOME,free,\n", "none of its 1 rows can be used");
        String whole = HEADER + "A,B,C,P1,X,Tea,WELLCOME,10.00,Buy 2 to save $10.00\n";
        drifts(whole.substring(0, whole.length() - 5), "its last line does not end");
        drifts(whole.substring(0, whole.length() - 30), "breaks off in line 2");
        assertThatThrownBy(() ->
                        first(
                                new FakeContext()
                                        .endless(
                                                "prices",
                                                "2026-07-24.csv",
                                                HEADER + "A,B,C,P1,X,")))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void aFolderWithoutDatedFilesIsTheOperatorsToMend() {
        assertThatThrownBy(() -> first(new FakeContext()))
                .isInstanceOf(Misconfigured.class)
                .hasMessage(
                        "setting 'prices' names a folder without files; expected files named like 2026-07-24.csv");
        assertThatThrownBy(() -> first(folder("a.csv", "").file("prices", "2026-13-40.csv", "")))
                .hasMessage(
                        "setting 'prices' names a folder of which no file is named like 2026-07-24.csv");
    }

    @Test
    void aPullGoesDayByDayInPagesAndReadsEachFileOnce() {
        FakeContext context = manyDays();
        List<Page<Listing>> pages = pull(open(context), new Pull.Everything());
        assertThat(pages)
                .extracting(page -> page.entries().size())
                .containsExactly(500, 500, 200, 3);
        assertThat(context.opened).hasValue(2);
        Instant last = JULY_24.plusSeconds(24 * 3600);
        assertThat(pages.getLast().next())
                .isEqualTo(
                        new Page.Done(Optional.of(new Cursor(last.toString())), Optional.of(last)));
    }

    @Test
    void laterDaysAloneArePulledSinceAWatermark() {
        Connector connector = open(manyDays());
        assertThat(pull(connector, new Pull.Since(new Cursor(JULY_24.toString()))))
                .extracting(page -> page.entries().size())
                .containsExactly(3);
        Cursor last = new Cursor(JULY_24.plusSeconds(24 * 3600).toString());
        Page<Listing> nothingNew = connector.catalog().page(new Pull.Since(last));
        assertThat(nothingNew.entries()).isEmpty();
        assertThat(nothingNew.next()).isEqualTo(new Page.Done(Optional.of(last), Optional.empty()));
        assertThat(pull(connector, new Pull.Since(new Cursor("another kind's")))).hasSize(4);
    }

    @Test
    void aPullResumesInAnotherProcessWhereItStopped() {
        Cursor second =
                ((Page.More) open(manyDays()).catalog().page(new Pull.Everything()).next()).at();
        List<Page<Listing>> rest = pull(open(manyDays()), new Pull.Resume(second));
        assertThat(rest).extracting(page -> page.entries().size()).containsExactly(500, 200, 3);
        assertThat(rest.getFirst().entries().getFirst().upstreamId()).isEqualTo("P500");
    }

    @Test
    void aFileThatChangedInTheMeantimeBeginsAgain() {
        Cursor second =
                ((Page.More) open(manyDays()).catalog().page(new Pull.Everything()).next()).at();
        FakeContext changed =
                manyDays().file("prices", "2026-07-24.csv", "2", HEADER + products(0, 7));
        assertThat(pull(open(changed), new Pull.Resume(second)).getFirst().entries()).hasSize(7);
    }

    @Test
    void aCheckSaysWhatItSawOrWhoMustDoWhat() {
        assertThat(open(manyDays()).check())
                .isEqualTo(new Health.Up("2026-07-25: 3 products at 1 chains (2 files)"));
        assertThat(open(folder("2026-07-24.csv", "Product Code\n")).check())
                .isInstanceOfSatisfying(
                        Health.Down.class,
                        down -> assertThat(down.remedy()).contains("Supermarket Code"));
        assertThat(open(new FakeContext()).check())
                .isInstanceOfSatisfying(
                        Health.Down.class, down -> assertThat(down.problem()).contains("'prices'"));
    }

    private static FakeContext manyDays() {
        return folder("2026-07-24.csv", HEADER + products(0, 1200))
                .file("prices", "2026-07-25.csv", HEADER + products(0, 3));
    }

    private static String products(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "A,B,C,P" + i + ",X,Tea " + i + ",WELLCOME,10.00,\n")
                .collect(Collectors.joining());
    }

    private static FakeContext folder(String name, String text) {
        return new FakeContext().file("prices", name, text);
    }

    private static Connector open(FakeContext context) {
        return new PriceWatchProvider().open(context);
    }

    private static Page<Listing> first(FakeContext context) {
        return open(context).catalog().page(new Pull.Everything());
    }

    private static List<Page<Listing>> pull(Connector connector, Pull start) {
        List<Page<Listing>> pages = new ArrayList<>();
        pages.add(connector.catalog().page(start));
        while (pages.getLast().next() instanceof Page.More(Cursor at)) {
            pages.add(connector.catalog().page(new Pull.Resume(at)));
        }
        return pages;
    }

    private static void drifts(String text, String message) {
        assertThatThrownBy(() -> first(folder("2026-07-24.csv", text)))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining(message);
    }
}
