package com.truecart.connector.alibaba1688;

import com.truecart.connector.alibaba1688.Calls.Answer;
import com.truecart.connector.alibaba1688.Calls.Refusal;
import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Notice;
import com.truecart.spi.QuoteResult.Problem;
import com.truecart.spi.QuoteResult.Quoted;
import com.truecart.spi.QuoteResult.RefusedCode;
import com.truecart.spi.Secret;
import com.truecart.spi.Terms;
import com.truecart.spi.Terms.DoubtClass;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Refused;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Status;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Orders as a registered buyer, which wait at 1688 until somebody pays them there. Our key is the
 * order's {@code outOrderId}, and the buyer's list can be asked for it; whether 1688 refuses it a
 * second time is not known, so we look before placing.
 */
final class Orders implements OrderGateway {
    private static final Terms TERMS =
            new Terms(DoubtClass.LIST_ONLY, Set.of(PaymentMethod.BUYING_ACCOUNT));

    private static final Notice WAITS_FOR_PAYMENT =
            new Notice(
                    Optional.empty(),
                    "下单后由采购账户在 1688 付款，以 1688 付款时的价格为准。 Ordered unpaid: the buying account pays at"
                            + " 1688, and what 1688 asks then counts.",
                    true);

    private final Calls calls;
    private final Clock clock;

    Orders(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return TERMS;
    }

    @Override
    public QuoteResult quote(QuoteRequest request) {
        return quote(request, Optional.empty());
    }

    private QuoteResult quote(QuoteRequest request, Optional<String> flow) {
        List<Problem> problems = OrderForm.problems(request);
        if (!problems.isEmpty()) {
            return new QuoteResult.Unavailable(problems);
        }
        Answer answer = calls.preview(OrderForm.of(request, flow));
        Optional<Refusal> refusal = answer.refusal();
        if (refusal.isPresent()) {
            return new QuoteResult.Unavailable(problems(refusal.get(), request.lines()));
        }
        // the platform's own spelling
        List<Json> previews = answer.body().list("orderPreviewResuslt");
        if (previews.size() != 1) {
            return unavailable("1688 would make " + previews.size() + " orders of this one");
        }
        Preview preview = new Preview(previews.getFirst());
        Optional<String> obstacle = preview.obstacle();
        if (obstacle.isPresent()) {
            return unavailable(obstacle.get());
        }
        return new Quoted(
                preview.lines(request.lines()),
                preview.discounts(),
                preview.goods(),
                preview.delivery(),
                Money.zero(Translate.CNY),
                preview.payable(),
                Optional.empty(),
                request.codes().stream()
                        .sorted()
                        .map(code -> new RefusedCode(code, "1688 knows no codes"))
                        .toList(),
                preview.flow(),
                answer.at(),
                List.of(WAITS_FOR_PAYMENT),
                Optional.empty());
    }

    /** "商品[600001]库存不足": the offer stands in the words; of one line it is that one. */
    private static List<Problem> problems(Refusal refusal, List<OrderLine> lines) {
        List<Problem> named =
                lines.stream()
                        .filter(line ->
                                lines.size() == 1
                                        || Sku.parse(line.upstreamId())
                                                .filter(sku ->
                                                        refusal.words().contains(sku.offerId()))
                                                .isPresent())
                        .map(line -> new Problem(Optional.of(line.upstreamId()), refusal.words()))
                        .toList();
        return named.isEmpty() ? List.of(new Problem(Optional.empty(), refusal.words())) : named;
    }

    private static QuoteResult unavailable(String reason) {
        return new QuoteResult.Unavailable(List.of(new Problem(Optional.empty(), reason)));
    }

    @Override
    public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
        if (!TERMS.paymentMethods().contains(request.paymentMethod())) {
            return new PlaceResult.Rejected(
                    "1688 is paid by the buying account, not by " + request.paymentMethod().word(),
                    Optional.empty());
        }
        Optional<UpstreamOrder> already = placed(key);
        if (already.isPresent()) {
            return new PlaceResult.Placed(already.get());
        }
        Optional<String> flow = Optional.of(request.resumeToken());
        return switch (quote(request.quote(), flow)) {
            case QuoteResult.Unavailable(List<Problem> problems) ->
                    new PlaceResult.Rejected(
                            problems.stream()
                                    .map(Problem::reason)
                                    .collect(Collectors.joining("; ")),
                            Optional.empty());
            // the order itself takes no highest total: what rises after this look is not caught
            case Quoted now when now.payable().compareTo(request.agreedTotal()) > 0 ->
                    new PlaceResult.Rejected(
                            "1688 now asks for more than was agreed", Optional.of(now.payable()));
            case Quoted now -> create(request, key, flow, now);
        };
    }

    private PlaceResult create(
            PlaceRequest request, IdempotencyKey key, Optional<String> flow, Quoted now) {
        Map<String, String> form = new HashMap<>(OrderForm.of(request.quote(), flow));
        form.put("outOrderId", key.value());
        form.put("message", "Truecart " + key.value());
        Answer answer = calls.create(form);
        Answer result =
                answer.body()
                        .optional("result")
                        .map(inner -> new Answer(inner, answer.at()))
                        .orElse(answer);
        Optional<Refusal> refusal = answer.refusal().or(result::refusal);
        return refusal.isPresent() ? unlessPlaced(key, refusal.get()) : created(result.body(), now);
    }

    /** From here on nothing may look like a failure: something was bought. */
    private PlaceResult created(Json result, Quoted now) {
        List<Json> several = result.optionalList("orderList");
        if (several.size() > 1) {
            return new PlaceResult.InDoubt(
                    "1688 made " + several.size() + " orders of this one; a person must look");
        }
        if (!result.optionalList("failedOfferList").isEmpty()) {
            return new PlaceResult.InDoubt(
                    "1688 left out some of the lines; a person must look at order "
                            + result.id("orderId"));
        }
        OrderHandle handle = handle(result.id("orderId"));
        try {
            return new PlaceResult.Placed(track(handle));
        } catch (UpstreamException notNow) {
            return new PlaceResult.Placed(
                    new UpstreamOrder(
                            handle,
                            Status.ACCEPTED,
                            "waitbuyerpay",
                            result.optional("totalSuccessAmount")
                                    .map(_ ->
                                            new Money(
                                                    result.number("totalSuccessAmount"),
                                                    Translate.CNY))
                                    .orElse(now.payable()),
                            List.of(),
                            clock.instant()));
        }
    }

    /**
     * A refusal, unless an earlier attempt with this key went through in the meantime. The list may
     * show an order late, so that it shows none makes no refusal of words we do not know.
     */
    private PlaceResult unlessPlaced(IdempotencyKey key, Refusal refusal) {
        try {
            return placed(key)
                    .<PlaceResult>map(PlaceResult.Placed::new)
                    .orElseGet(() ->
                            refusal.isBeforeAnyOrder()
                                    ? new PlaceResult.Rejected(refusal.said(), Optional.empty())
                                    : new PlaceResult.InDoubt(refusal.said()));
        } catch (UpstreamException unclear) {
            return new PlaceResult.InDoubt(String.valueOf(unclear.getMessage()));
        }
    }

    @Override
    public Lookup find(IdempotencyKey key, Optional<String> trace) {
        List<Json> found = withReference(key);
        if (found.size() > 1) {
            return new Lookup.CannotAsk(
                    "1688 lists "
                            + found.size()
                            + " orders under the reference "
                            + key.value()
                            + "; a person must look");
        }
        return found.isEmpty()
                ? new Lookup.NotFound()
                : new Lookup.Found(track(handle(found.getFirst())));
    }

    private Optional<UpstreamOrder> placed(IdempotencyKey key) {
        return withReference(key).stream().findFirst().map(one -> track(handle(one)));
    }

    /** Only orders that carry the reference: a list that ignored the question would show others. */
    private List<Json> withReference(IdempotencyKey key) {
        Answer answer = calls.ordersByReference(key.value());
        if (answer.refusal().isPresent()) {
            throw new Refused(answer.refusal().get().said());
        }
        return answer.body().optionalList("result").stream()
                .map(order -> order.at("baseInfo"))
                .filter(order ->
                        order.optional("outOrderId").isPresent()
                                && order.id("outOrderId").equals(key.value()))
                .toList();
    }

    @Override
    public UpstreamOrder track(OrderHandle order) {
        Answer answer = calls.order(order.upstreamOrderId());
        if (answer.refusal().isPresent()) {
            throw new Drifted(
                    "1688 does not show order "
                            + order.upstreamOrderId()
                            + ": "
                            + answer.refusal().get().said());
        }
        Json base = answer.body().at("result").at("baseInfo");
        Status status = Parcels.status(base.text("status"));
        return new UpstreamOrder(
                order,
                status,
                base.text("status"),
                Preview.yuan(base, "totalAmount"),
                base.optional("refund").isPresent()
                        ? Preview.yuan(base, "refund")
                        : Money.zero(Translate.CNY),
                status == Status.ACCEPTED || status == Status.CANCELLED
                        ? List.of()
                        : parcels(order.upstreamOrderId()),
                answer.at());
    }

    /** What is on its way; that nothing can be said of it yet is no failure of the order. */
    private List<UpstreamOrder.Parcel> parcels(String orderId) {
        Answer logistics = calls.logistics(orderId);
        if (logistics.refusal().isPresent()) {
            return List.of();
        }
        Answer trace = calls.trace(orderId);
        return Parcels.of(
                logistics.body().optionalList("result"),
                trace.refusal().isPresent()
                        ? List.of()
                        : trace.body().optionalList("logisticsTrace"));
    }

    private static OrderHandle handle(Json base) {
        return handle(base.optionalText("idOfStr").orElseGet(() -> base.id("id")));
    }

    private static OrderHandle handle(String id) {
        return new OrderHandle(id, new Secret(""));
    }
}
