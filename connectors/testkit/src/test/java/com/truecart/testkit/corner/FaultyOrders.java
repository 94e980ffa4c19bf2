package com.truecart.testkit.corner;

import com.truecart.model.Money;
import com.truecart.spi.IdempotencyKey;
import com.truecart.spi.Lookup;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.PlaceResult;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.Terms;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mistakes in ordering: each differs from the good gateway in one answer. */
class FaultyOrders implements OrderGateway {
    private final OrderGateway good;

    private FaultyOrders(OrderGateway good) {
        this.good = good;
    }

    @Override
    public Terms terms() {
        return good.terms();
    }

    @Override
    public QuoteResult quote(QuoteRequest request) {
        return good.quote(request);
    }

    @Override
    public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
        return good.place(request, key);
    }

    @Override
    public Lookup find(IdempotencyKey key, Optional<String> trace) {
        return good.find(key, trace);
    }

    @Override
    public UpstreamOrder track(OrderHandle order) {
        return good.track(order);
    }

    static OrderGateway namesNothing(OrderGateway good) {
        return new FaultyOrders(good) {
            @Override
            public QuoteResult quote(QuoteRequest request) {
                QuoteResult answer = super.quote(request);
                return answer instanceof QuoteResult.Unavailable
                        ? new QuoteResult.Unavailable(
                                List.of(new QuoteResult.Problem(Optional.empty(), "sold out")))
                        : answer;
            }
        };
    }

    static OrderGateway soldOutOn(Class<? extends UpstreamException> problem, OrderGateway good) {
        return new FaultyOrders(good) {
            @Override
            public QuoteResult quote(QuoteRequest request) {
                try {
                    return super.quote(request);
                } catch (UpstreamException thrown) {
                    if (!problem.isInstance(thrown)) {
                        throw thrown;
                    }
                    return new QuoteResult.Unavailable(List.of());
                }
            }
        };
    }

    static OrderGateway takesAnyFaultForNoOrder(OrderGateway good) {
        return new FaultyOrders(good) {
            @Override
            public Lookup find(IdempotencyKey key, Optional<String> trace) {
                try {
                    return super.find(key, trace);
                } catch (UpstreamException thrown) {
                    return new Lookup.NotFound();
                }
            }
        };
    }

    /** Whatever goes wrong on the way, it says that the shop no longer knows the order. */
    static OrderGateway losesSightOnAnyFault(OrderGateway good) {
        return new FaultyOrders(good) {
            @Override
            public UpstreamOrder track(OrderHandle order) {
                try {
                    return super.track(order);
                } catch (UpstreamException thrown) {
                    return new UpstreamOrder(
                            order,
                            UpstreamOrder.Status.CANCELLED,
                            "gone",
                            Money.of(0, "HKD"),
                            List.of(),
                            Instant.now());
                }
            }
        };
    }

    static OrderGateway paysAnything(OrderGateway good) {
        return new FaultyOrders(good) {
            @Override
            public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
                Money anything = request.agreedTotal().times(2);
                return super.place(
                        new PlaceRequest(
                                request.quote(),
                                request.resumeToken(),
                                anything,
                                request.paymentMethod()),
                        key);
            }
        };
    }

    static OrderGateway chargesACentMore(OrderGateway good) {
        return new FaultyOrders(good) {
            @Override
            public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
                return super.place(request, key) instanceof PlaceResult.Placed(UpstreamOrder order)
                        ? new PlaceResult.Placed(
                                new UpstreamOrder(
                                        order.handle(),
                                        order.status(),
                                        order.statusText(),
                                        order.charged()
                                                .plus(new Money(1, order.charged().currency())),
                                        order.parcels(),
                                        order.at()))
                        : super.place(request, key);
            }
        };
    }

    static OrderGateway takesDriftForNo(OrderGateway good) {
        return new FaultyOrders(good) {
            @Override
            public PlaceResult place(PlaceRequest request, IdempotencyKey key) {
                try {
                    return super.place(request, key);
                } catch (Drifted unreadable) {
                    return new PlaceResult.Rejected("no order number came", Optional.empty());
                }
            }
        };
    }

    static OrderGateway looksOnlyOnce(OrderGateway good) {
        Map<IdempotencyKey, Lookup> seen = new HashMap<>();
        return new FaultyOrders(good) {
            @Override
            public Lookup find(IdempotencyKey key, Optional<String> trace) {
                return seen.computeIfAbsent(key, _ -> super.find(key, trace));
            }
        };
    }

    static OrderGateway takesUnknownForAccepted(OrderGateway good) {
        return new FaultyOrders(good) {
            @Override
            public UpstreamOrder track(OrderHandle handle) {
                UpstreamOrder order = super.track(handle);
                return order.status() == UpstreamOrder.Status.UNRECOGNISED
                        ? new UpstreamOrder(
                                handle,
                                UpstreamOrder.Status.ACCEPTED,
                                order.statusText(),
                                order.charged(),
                                order.parcels(),
                                order.at())
                        : order;
            }
        };
    }
}
