package com.truecart.app.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.checkout.Proposal.Line;
import com.truecart.app.checkout.Proposal.Notice;
import com.truecart.app.checkout.Proposal.StoreQuote;
import com.truecart.app.order.Amounts;
import com.truecart.app.order.MerchantOfRecord;
import com.truecart.app.order.ShortagePolicy;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.Terms.DoubtClass;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConsentTest {
    private static final ProductId SAUCE = new ProductId(UUID.randomUUID());
    private static final Proposal AGREED = proposal(quote("a", 1, 10_00), quote("b", 2, 20_00));

    @Test
    void theSameAgainIsCovered() {
        assertThat(Consent.covers(AGREED, proposal(quote("a", 1, 10_00), quote("b", 2, 20_00))))
                .isTrue();
    }

    @Test
    void aLowerPriceIsCovered() {
        assertThat(Consent.covers(AGREED, proposal(quote("a", 1, 9_99), quote("b", 2, 20_00))))
                .isTrue();
    }

    @Test
    void aHigherPriceAtOneStoreIsNotCoveredEvenWhereTheTotalFalls() {
        assertThat(Consent.covers(AGREED, proposal(quote("a", 1, 10_01), quote("b", 2, 15_00))))
                .isFalse();
    }

    @Test
    void anotherQuantityIsNotCovered() {
        assertThat(Consent.covers(AGREED, proposal(quote("a", 1, 10_00), quote("b", 1, 20_00))))
                .isFalse();
    }

    @Test
    void aStoreLessOrAnotherStoreIsNotCovered() {
        assertThat(Consent.covers(AGREED, proposal(quote("a", 1, 10_00)))).isFalse();
        assertThat(Consent.covers(AGREED, proposal(quote("a", 1, 10_00), quote("c", 2, 20_00))))
                .isFalse();
    }

    @Test
    void anotherWayOfPayingIsNotCovered() {
        StoreQuote byTransfer = paid(PaymentMethod.BANK_TRANSFER, quote("a", 1, 10_00));
        assertThat(Consent.covers(AGREED, proposal(byTransfer, quote("b", 2, 20_00)))).isFalse();
        assertThat(proposal(byTransfer, quote("b", 2, 20_00)).fingerprint())
                .isNotEqualTo(AGREED.fingerprint());
    }

    @Test
    void whatWasNeverShownIsNotCoveredAndWhatIsSaidNoMoreIs() {
        Notice nuts = new Notice(Optional.of(Localized.of("en", "Sauce")), "contains peanuts");
        Proposal told = proposal(noting(List.of(nuts), quote("a", 1, 10_00)), quote("b", 2, 20_00));
        assertThat(Consent.covers(AGREED, told)).isFalse();
        assertThat(Consent.covers(told, AGREED)).isTrue();
        assertThat(told.fingerprint()).isNotEqualTo(AGREED.fingerprint());
    }

    @Test
    void theFingerprintBindsStoresQuantitiesAndTotals() {
        assertThat(proposal(quote("a", 1, 10_00), quote("b", 2, 20_00)).fingerprint())
                .isEqualTo(AGREED.fingerprint());
        assertThat(
                        List.of(
                                proposal(quote("c", 1, 10_00), quote("b", 2, 20_00)).fingerprint(),
                                proposal(quote("a", 2, 10_00), quote("b", 2, 20_00)).fingerprint(),
                                proposal(quote("a", 1, 10_01), quote("b", 2, 20_00)).fingerprint()))
                .doesNotContain(AGREED.fingerprint());
    }

    private static Proposal proposal(StoreQuote... quotes) {
        return new Proposal(
                Currency.getInstance("HKD"),
                List.of(quotes),
                List.of(),
                List.of(),
                ShortagePolicy.USUAL);
    }

    private static StoreQuote paid(PaymentMethod method, StoreQuote of) {
        return with(method, of.notices(), of);
    }

    private static StoreQuote noting(List<Notice> notices, StoreQuote of) {
        return with(of.paymentMethod(), notices, of);
    }

    private static StoreQuote with(PaymentMethod method, List<Notice> notices, StoreQuote of) {
        return new StoreQuote(
                of.store(),
                of.name(),
                of.doubt(),
                of.merchant(),
                method,
                of.promised(),
                of.quoted(),
                of.lines(),
                of.differences(),
                of.refusedCodes(),
                notices,
                of.until(),
                of.at());
    }

    private static StoreQuote quote(String store, int quantity, long total) {
        Money price = Money.of(total, "HKD");
        Money none = Money.of(0, "HKD");
        Amounts amounts = new Amounts(price, none, none, none, price);
        return new StoreQuote(
                new StoreId(store, "shop"),
                Localized.of("en", store),
                DoubtClass.KEY,
                MerchantOfRecord.THE_STORE,
                PaymentMethod.CASH_ON_DELIVERY,
                amounts,
                amounts,
                List.of(
                        new Line(
                                SAUCE, "sku", Localized.of("en", "Sauce"), quantity, price, price)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Instant.parse("2026-11-23T10:00:00Z"));
    }
}
