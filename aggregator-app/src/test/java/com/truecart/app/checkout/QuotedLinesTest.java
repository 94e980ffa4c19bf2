package com.truecart.app.checkout;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.truecart.model.Money;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.QuoteResult.QuotedLine;
import com.truecart.spi.UpstreamException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotedLinesTest {
    private static final OrderLine RICE = new OrderLine("rice", 3);
    private static final OrderLine MILK = new OrderLine("milk", 1);

    private static Quoted quote(OrderLine... lines) {
        Money each = Money.of(10_00, "HKD");
        Money none = Money.zero(Currency.getInstance("HKD"));
        Money goods = each.times(lines.length);
        return new Quoted(
                List.of(lines).stream().map(line -> new QuotedLine(line, each, each)).toList(),
                List.of(),
                goods,
                none,
                none,
                goods,
                Optional.empty(),
                List.of(),
                "token",
                Instant.EPOCH);
    }

    @Test
    void aQuoteForExactlyTheseLinesIsTaken() {
        assertThatCode(() -> Quotes.requireAnswerTo(List.of(RICE, MILK), quote(RICE, MILK)))
                .doesNotThrowAnyException();
    }

    @Test
    void aQuoteForFewerUnitsIsNoLowerPrice() {
        assertThatExceptionOfType(UpstreamException.Drifted.class)
                .isThrownBy(() ->
                        Quotes.requireAnswerTo(
                                List.of(RICE, MILK), quote(new OrderLine("rice", 2), MILK)));
    }

    @Test
    void aQuoteForFewerLinesIsNoLowerPrice() {
        assertThatExceptionOfType(UpstreamException.Drifted.class)
                .isThrownBy(() -> Quotes.requireAnswerTo(List.of(RICE, MILK), quote(MILK)));
    }
}
