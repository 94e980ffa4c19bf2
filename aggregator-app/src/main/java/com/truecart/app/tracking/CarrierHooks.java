package com.truecart.app.tracking;

import com.truecart.app.web.HookAnswer;
import com.truecart.carrier.CarrierService;
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

    /** Whether there is an account with a service of this name. */
    public boolean isOpen(String name) {
        return carriers.find(name).isPresent();
    }

    /** Judges one delivery and keeps what it says; the same again changes nothing. */
    public HookAnswer take(String name, Delivery delivery) {
        return carriers.find(name)
                .map(service -> judge(name, service, delivery))
                .orElseGet(HookAnswer.NobodyThere::new);
    }

    private HookAnswer judge(String name, CarrierService service, Delivery delivery) {
        try {
            return switch (service.hear(delivery)) {
                case Heard.Forged(String why) -> {
                    LOG.warn("{}: a push was refused as forged: {}", name, why);
                    yield new HookAnswer.Forged();
                }
                case Heard.Told told -> {
                    watch.told(name, told.number(), told.scans());
                    yield new HookAnswer.Taken(told.answer());
                }
            };
        } catch (UpstreamException e) {
            LOG.warn("{}: a push could not be read: {}", name, e.getMessage());
            return new HookAnswer.Unreadable();
        }
    }
}
