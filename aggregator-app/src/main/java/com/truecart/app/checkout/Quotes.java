package com.truecart.app.checkout;

import com.truecart.app.basket.ProposedPlan;
import com.truecart.app.basket.ProposedPlan.Part;
import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.PriceObservation;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.checkout.Proposal.Difference;
import com.truecart.app.checkout.Proposal.Line;
import com.truecart.app.checkout.Proposal.NoQuote;
import com.truecart.app.checkout.Proposal.StoreQuote;
import com.truecart.app.connection.Connections;
import com.truecart.app.order.Amounts;
import com.truecart.app.order.HandOff;
import com.truecart.app.order.MerchantOfRecord;
import com.truecart.app.order.ShortagePolicy;
import com.truecart.model.Money;
import com.truecart.spi.Connector;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.QuoteResult.QuotedLine;
import com.truecart.spi.Recipient;
import com.truecart.spi.Terms;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks every store of a plan at once what it really charges, and sets that beside what the plan
 * promised.
 */
@Component
class Quotes {
    private static final Logger LOG = LoggerFactory.getLogger(Quotes.class);
    private final Connections connections;
    private final Catalog catalog;

    Quotes(Connections connections, Catalog catalog) {
        this.connections = connections;
        this.catalog = catalog;
    }

    /**
     * What came of asking.
     *
     * @param tokens what placing needs to buy exactly what was quoted, by store
     */
    record Asked(Proposal proposal, Map<StoreId, String> tokens) {}

    /**
     * The stores' own figures for the orderable parts of a plan, asked in parallel.
     *
     * @param payTruecart whether stores that we can pay are to be paid by us
     * @param shortage what is to be done where a store turns out not to have goods
     */
    Asked ask(
            ProposedPlan plan,
            Set<String> codes,
            Recipient recipient,
            boolean payTruecart,
            ShortagePolicy shortage) {
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> underWay =
                    plan.orderable().stream()
                            .map(part ->
                                    each.submit(() -> quote(part, codes, recipient, payTruecart)))
                            .toList();
            for (Future<Answer> one : underWay) {
                answers.add(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the stores were asked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking a store broke", e);
        }
        Map<StoreId, String> tokens = new HashMap<>();
        List<StoreQuote> quoted = new ArrayList<>();
        List<NoQuote> unavailable = new ArrayList<>();
        for (Answer answer : answers) {
            switch (answer) {
                case Answer.Yes yes -> {
                    quoted.add(yes.quote());
                    tokens.put(yes.quote().store(), yes.token());
                }
                case Answer.No no -> unavailable.add(no.reasons());
            }
        }
        return new Asked(
                new Proposal(
                        plan.total().currency(),
                        quoted,
                        unavailable,
                        plan.handOff().stream().map(Quotes::handOff).toList(),
                        shortage),
                tokens);
    }

    private Answer quote(Part part, Set<String> codes, Recipient recipient, boolean payTruecart) {
        List<OrderLine> lines =
                part.lines().stream()
                        .map(line -> new OrderLine(line.offer().upstreamId(), line.quantity()))
                        .toList();
        try (Connector connector = connections.open(part.store().connectionId())) {
            OrderGateway gateway =
                    connector
                            .orders()
                            .orElseThrow(() ->
                                    new UpstreamException.Refused("the store takes no orders"));
            Optional<PaymentMethod> preferred = gateway.terms().preferred();
            if (preferred.isEmpty()) {
                return no(part, List.of(OwnReason.NO_WAY_OF_PAYING.sentence()));
            }
            QuoteRequest request = new QuoteRequest(lines, codes, recipient);
            if (payTruecart) {
                for (PaymentMethod method : payableByUs(gateway.terms())) {
                    if (quote(part, gateway, request.paidBy(method), method)
                            instanceof Answer.Yes yes) {
                        return yes;
                    }
                }
            }
            return quote(part, gateway, request, preferred.get());
        } catch (UpstreamException | IllegalArgumentException e) {
            LOG.info("No quote from {}: {}", part.store(), e.getMessage());
            return no(part, List.of(OwnReason.NO_ANSWER.sentence()));
        } catch (RuntimeException e) {
            // one connector that breaks does not close the till of the other stores
            LOG.error("Asking {} for a quote broke", part.store(), e);
            return no(part, List.of(OwnReason.NO_ANSWER.sentence()));
        }
    }

    /** The ways in which we can pay a store, so that the shopper pays us. */
    private static List<PaymentMethod> payableByUs(Terms terms) {
        return Stream.of(
                        PaymentMethod.BUYING_ACCOUNT,
                        PaymentMethod.BANK_TRANSFER,
                        PaymentMethod.CHEQUE)
                .filter(terms.paymentMethods()::contains)
                .toList();
    }

    /**
     * @param method how it is paid, where the quote itself says nothing else; where the request
     *     asks for a way of paying, we are to pay
     */
    private Answer quote(
            Part part, OrderGateway gateway, QuoteRequest request, PaymentMethod method) {
        return switch (gateway.quote(request)) {
            case Quoted quoted -> {
                requireAnswerTo(request.lines(), quoted);
                if (!quoted.payable().currency().equals(part.cart().payable().currency())) {
                    yield no(part, List.of(OwnReason.OTHER_CURRENCY.sentence()));
                }
                PaymentMethod paidBy = quoted.paidBy().orElse(method);
                boolean byUs = request.payment().equals(Optional.of(paidBy));
                if (request.payment().isPresent() && !byUs) {
                    yield no(part, List.of(OwnReason.NO_WAY_OF_PAYING.sentence()));
                }
                observe(part, quoted);
                yield new Answer.Yes(
                        compared(
                                part,
                                quoted,
                                gateway.terms().doubt(),
                                byUs ? MerchantOfRecord.TRUECART : MerchantOfRecord.THE_STORE,
                                paidBy),
                        quoted.resumeToken());
            }
            case QuoteResult.Unavailable unavailable ->
                    no(
                            part,
                            unavailable.problems().stream()
                                    .map(QuoteResult.Problem::reason)
                                    .toList());
        };
    }

    /** A quote for fewer units, or for other lines, would look like a lower price for these. */
    static void requireAnswerTo(List<OrderLine> asked, Quoted quoted) {
        List<OrderLine> answered = quoted.lines().stream().map(QuotedLine::line).toList();
        if (!answered.equals(asked)) {
            throw new UpstreamException.Drifted(
                    "the store quotes other lines or quantities than it was asked for");
        }
    }

    private static Answer no(Part part, List<String> reasons) {
        return new Answer.No(
                new NoQuote(part.store(), part.name(), part.cart().payable(), reasons));
    }

    private static StoreQuote compared(
            Part part,
            Quoted quoted,
            DoubtClass doubt,
            MerchantOfRecord merchant,
            PaymentMethod payment) {
        Amounts promised = promised(part);
        Amounts asked = asked(quoted);
        return new StoreQuote(
                part.store(),
                part.name(),
                doubt,
                merchant,
                payment,
                promised,
                asked,
                lines(part, quoted),
                differences(part, quoted, promised, asked),
                quoted.refusedCodes().stream()
                        .map(refused -> refused.code() + ": " + refused.reason())
                        .toList(),
                quoted.notices().stream().map(notice -> notice(part, notice)).toList(),
                quoted.until(),
                quoted.at());
    }

    static Amounts asked(Quoted quoted) {
        Money discounts =
                quoted.goods().plus(quoted.delivery()).plus(quoted.tax()).minus(quoted.payable());
        return new Amounts(
                quoted.goods(), discounts, quoted.delivery(), quoted.tax(), quoted.payable());
    }

    private static Proposal.Notice notice(Part part, QuoteResult.Notice notice) {
        return new Proposal.Notice(
                part.lines().stream()
                        .filter(line ->
                                notice.upstreamId()
                                        .filter(line.offer().upstreamId()::equals)
                                        .isPresent())
                        .map(line -> line.product().title())
                        .findFirst(),
                notice.text());
    }

    static Amounts promised(Part part) {
        Money zero = Money.zero(part.cart().payable().currency());
        Money before =
                part.cart().lines().stream().map(line -> line.before()).reduce(zero, Money::plus);
        return new Amounts(
                before,
                before.minus(part.cart().goods()),
                part.cart().delivery().orElse(zero),
                zero,
                part.cart().payable());
    }

    private static List<Line> lines(Part part, Quoted quoted) {
        List<Money> asked = lines(quoted);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < part.lines().size(); i++) {
            ProposedPlan.Line planned = part.lines().get(i);
            lines.add(
                    new Line(
                            planned.want(),
                            planned.offer().upstreamId(),
                            planned.product().title(),
                            planned.quantity(),
                            planned.priced().payable(),
                            asked.get(i)));
        }
        return lines;
    }

    /**
     * What was taken off the whole is split over the lines by their totals, so that lines can be
     * set beside those of a plan.
     */
    static List<Money> lines(Quoted quoted) {
        Money ofLines =
                quoted.lines().stream()
                        .map(QuotedLine::total)
                        .reduce(Money.zero(quoted.payable().currency()), Money::plus);
        Money offTheWhole =
                ofLines.minus(quoted.payable().minus(quoted.delivery()).minus(quoted.tax()));
        List<Long> weights =
                quoted.lines().stream().map(line -> Math.max(0, line.total().minor())).toList();
        List<Money> shares =
                ofLines.isPositive()
                        ? offTheWhole.allocate(weights)
                        : weights.stream().map(_ -> Money.zero(ofLines.currency())).toList();
        List<Money> lines = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            lines.add(quoted.lines().get(i).total().minus(shares.get(i)));
        }
        return lines;
    }

    private static List<Difference> differences(
            Part part, Quoted quoted, Amounts promised, Amounts asked) {
        List<Difference> all = new ArrayList<>();
        Money explained = Money.zero(asked.total().currency());
        for (int i = 0; i < part.lines().size(); i++) {
            ProposedPlan.Line planned = part.lines().get(i);
            Money unit = planned.offer().price();
            Money askedUnit = quoted.lines().get(i).unitPrice();
            if (!unit.equals(askedUnit)) {
                all.add(
                        new Difference(
                                Difference.Kind.PRICE,
                                Optional.of(planned.product().title()),
                                unit,
                                askedUnit));
                explained = explained.plus(askedUnit.minus(unit).times(planned.quantity()));
            }
        }
        // many stores show what is off a line inside the line: no more and no less to pay
        Money promisedNet = promised.goods().minus(promised.discounts()).plus(explained);
        if (!promisedNet.equals(asked.goods().minus(asked.discounts()))) {
            if (!promised.goods().plus(explained).equals(asked.goods())) {
                all.add(difference(Difference.Kind.GOODS, promised.goods(), asked.goods()));
            }
            if (!promised.discounts().equals(asked.discounts())) {
                all.add(
                        difference(
                                Difference.Kind.DISCOUNTS,
                                promised.discounts(),
                                asked.discounts()));
            }
        }
        if (!promised.delivery().equals(asked.delivery())) {
            all.add(difference(Difference.Kind.DELIVERY, promised.delivery(), asked.delivery()));
        }
        if (!promised.tax().equals(asked.tax())) {
            all.add(difference(Difference.Kind.TAX, promised.tax(), asked.tax()));
        }
        return all;
    }

    private static Difference difference(Difference.Kind kind, Money promised, Money quoted) {
        return new Difference(kind, Optional.empty(), promised, quoted);
    }

    /** A quote that shows another price is a new observation, never an edit. */
    private void observe(Part part, Quoted quoted) {
        for (int i = 0; i < part.lines().size(); i++) {
            ProposedPlan.Line planned = part.lines().get(i);
            QuotedLine line = quoted.lines().get(i);
            if (!line.unitPrice().equals(planned.offer().price())) {
                catalog.observe(
                        new PriceObservation(
                                planned.offer().id(),
                                part.store(),
                                quoted.at(),
                                line.unitPrice(),
                                Optional.empty(),
                                planned.offer().availability(),
                                List.of(),
                                PriceObservation.Source.QUOTE));
            }
        }
    }

    private static HandOff handOff(Part part) {
        return new HandOff(
                part.name(),
                part.lines().stream()
                        .map(line ->
                                new HandOff.Line(
                                        line.product().title(),
                                        line.quantity(),
                                        line.priced().payable(),
                                        line.offer().page(),
                                        part.handsOff()
                                                ? Optional.of(way(line))
                                                : Optional.empty()))
                        .toList());
    }

    private static String way(ProposedPlan.Line line) {
        return "/go/"
                + line.offer().productId()
                + "/"
                + line.offer().id()
                + "?quantity="
                + line.quantity();
    }

    private sealed interface Answer {
        record Yes(StoreQuote quote, String token) implements Answer {}

        record No(NoQuote reasons) implements Answer {}
    }
}
