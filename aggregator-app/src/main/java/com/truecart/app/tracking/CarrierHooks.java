package com.truecart.app.tracking;

import com.truecart.carrier.CarrierService.Heard;
import com.truecart.spi.Delivery;
import com.truecart.spi.UpstreamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Judges what services send. */
@Service
public class CarrierHooks {
    private static final Logger LOG = LoggerFactory.getLogger(CarrierHooks.class);
    private final Carriers carriers;
    private final ParcelWatch watch;

    CarrierHooks(Carriers carriers, ParcelWatch watch) {
        this.carriers = carriers;
        this.watch = watch;
    }

    /** What the sender is told. */
    public sealed interface Answer {
        /** It is kept. */
        record Taken(String text) implements Answer {}

        /** There is no account with such a service. */
        record NobodyThere() implements Answer {}

        /** Not from the service. */
        record Forged() implements Answer {}

        /** From the service, and not to be understood. */
        record Unreadable() implements Answer {}
    }

    /** Judges one delivery and keeps what it says; the same again changes nothing. */
    public Answer take(String name, Delivery delivery) {
        return carriers.find(name)
                .<Answer>map(service -> {
                    try {
                        return switch (service.hear(delivery)) {
                            case Heard.Forged(String why) -> {
                                LOG.warn("{}: a push was refused as forged: {}", name, why);
                                yield new Answer.Forged();
                            }
                            case Heard.Told told -> {
                                watch.told(name, told.number(), told.scans());
                                yield new Answer.Taken(told.answer());
                            }
                        };
                    } catch (UpstreamException e) {
                        LOG.warn("{}: a push could not be read: {}", name, e.getMessage());
                        return new Answer.Unreadable();
                    }
                })
                .orElseGet(Answer.NobodyThere::new);
    }
}
