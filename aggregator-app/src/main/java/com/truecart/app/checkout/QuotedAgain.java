package com.truecart.app.checkout;

import com.truecart.app.basket.BasketContents;
import com.truecart.app.basket.BasketContents.Wanted;
import com.truecart.app.basket.BasketPlans;
import com.truecart.app.basket.PlanChoice;
import com.truecart.app.basket.PlanWishes;
import com.truecart.app.basket.ProposedPlan;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.checkout.Proposal.StoreQuote;
import com.truecart.app.connection.Connections;
import com.truecart.app.order.MerchantOfRecord;
import com.truecart.app.order.NewOrder.NewLine;
import com.truecart.app.order.NewOrder.NewSubOrder;
import com.truecart.app.order.OtherOffers;
import com.truecart.app.order.RestLine;
import com.truecart.app.order.RestTerms;
import com.truecart.app.order.Rests;
import com.truecart.app.order.SoldParts;
import com.truecart.app.order.SoldParts.SoldLine;
import com.truecart.app.order.SoldParts.SoldPart;
import com.truecart.app.order.SubOrder;
import com.truecart.app.order.SubOrderId;
import com.truecart.model.Money;
import com.truecart.pricing.plan.PurchasePlan.Strategy;
import com.truecart.spi.Connector;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.UpstreamException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has goods that a store did not have planned and quoted anew, as the checkout did. */
@Component
class QuotedAgain implements OtherOffers {
    private static final Logger LOG = LoggerFactory.getLogger(QuotedAgain.class);

    private final BasketPlans plans;
    private final Quotes quotes;
    private final Connections connections;
    private final SoldParts sold;
    private final Rests rests;
    private final Clock clock;

    QuotedAgain(
            BasketPlans plans,
            Quotes quotes,
            Connections connections,
            SoldParts sold,
            Rests rests,
            Clock clock) {
        this.plans = plans;
        this.quotes = quotes;
        this.connections = connections;
        this.sold = sold;
        this.rests = rests;
        this.clock = clock;
    }

    @Override
    public Optional<NewSubOrder> again(SubOrderId id) {
        SoldPart part = sold.find(id).orElseThrow();
        QuoteRequest request = sold.sent(id).quote();
        SubOrder subOrder = part.subOrder();
        try (Connector connector = connections.open(subOrder.store().connectionId())) {
            OrderGateway gateway =
                    connector
                            .orders()
                            .orElseThrow(() ->
                                    new UpstreamException.Refused("the store takes no orders"));
            return switch (gateway.quote(request)) {
                case Quoted quoted -> {
                    Quotes.requireAnswerTo(request.lines(), quoted);
                    yield isPaidAlike(subOrder, quoted) && quoted.notices().isEmpty()
                            ? Optional.of(part(part, request, quoted))
                            : Optional.empty();
                }
                case QuoteResult.Unavailable _ -> Optional.empty();
            };
        } catch (UpstreamException | IllegalArgumentException e) {
            LOG.info("No quote from {}: {}", subOrder.store(), e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isPaidAlike(SubOrder subOrder, Quoted quoted) {
        return quoted.payable().currency().equals(subOrder.quoted().total().currency())
                && quoted.paidBy().map(subOrder.paymentMethod()::equals).orElse(true);
    }

    private static NewSubOrder part(SoldPart part, QuoteRequest request, Quoted quoted) {
        SubOrder was = part.subOrder();
        List<Money> asked = Quotes.lines(quoted);
        List<NewLine> lines = new ArrayList<>();
        for (int i = 0; i < part.lines().size(); i++) {
            SoldLine line = part.lines().get(i);
            lines.add(
                    new NewLine(
                            line.product(),
                            line.upstreamId(),
                            line.title(),
                            line.quantity(),
                            line.quoted(),
                            asked.get(i)));
        }
        boolean same = quoted.payable().equals(was.quoted().total());
        return new NewSubOrder(
                was.store(),
                was.storeName(),
                was.doubtClass(),
                was.merchant(),
                was.quoted(),
                Quotes.asked(quoted),
                same ? "" : "quoted again once the store had it",
                lines,
                new PlaceRequest(
                        request, quoted.resumeToken(), quoted.payable(), was.paymentMethod()));
    }

    @Override
    public List<NewSubOrder> elsewhere(Collection<RestLine> lines, Set<StoreId> without) {
        RestTerms terms = rests.terms(lines);
        Map<ProductId, Integer> units = new LinkedHashMap<>();
        lines.forEach(line -> units.merge(line.product(), line.quantity(), Integer::sum));
        BasketContents contents =
                new BasketContents(
                        units.entrySet().stream()
                                .map(want -> new Wanted(want.getKey(), want.getValue()))
                                .toList(),
                        terms.codes());
        PlanChoice choice =
                new PlanChoice(Strategy.CHEAPEST, true, PlanWishes.NONE.without(without));
        return plans.plan(contents, choice, clock.instant())
                .filter(QuotedAgain::isWhole)
                .map(plan -> quoted(plan, terms))
                .orElse(List.of());
    }

    private static boolean isWhole(ProposedPlan plan) {
        return plan.missing().isEmpty()
                && !plan.parts().isEmpty()
                && plan.parts().stream()
                        .allMatch(part ->
                                part.orderable()
                                        && part.lines().stream()
                                                .noneMatch(ProposedPlan.Line::isInstead));
    }

    private List<NewSubOrder> quoted(ProposedPlan plan, RestTerms terms) {
        Quotes.Asked asked =
                quotes.ask(
                        plan,
                        terms.codes(),
                        terms.recipient(),
                        terms.payTruecart(),
                        terms.shortage());
        List<StoreQuote> all = asked.proposal().quoted();
        boolean asAgreed =
                asked.proposal().unavailable().isEmpty()
                        && all.stream()
                                .allMatch(quote ->
                                        quote.notices().isEmpty()
                                                && (quote.merchant() == MerchantOfRecord.TRUECART)
                                                        == terms.payTruecart());
        return asAgreed
                ? all.stream()
                        .map(quote ->
                                OrderOfCheckout.part(
                                        quote, terms.codes(), terms.recipient(), asked.tokens()))
                        .toList()
                : List.of();
    }
}
