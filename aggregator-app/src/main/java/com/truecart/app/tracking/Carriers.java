package com.truecart.app.tracking;

import com.truecart.app.connection.HostContexts;
import com.truecart.app.tracking.CarrierSettings.Kuaidi100Account;
import com.truecart.app.tracking.CarrierSettings.SeventeenTrackAccount;
import com.truecart.carrier.CarrierService;
import com.truecart.carrier.Waybill;
import com.truecart.carrier.kuaidi100.Kuaidi100;
import com.truecart.carrier.seventeentrack.SeventeenTrack;
import com.truecart.spi.Budget;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The services an operator has an account with, by the name their pushes come under. */
@Component
class Carriers {
    private final Map<String, CarrierService> services = new LinkedHashMap<>();

    Carriers(CarrierSettings settings, HostContexts contexts) {
        Kuaidi100Account kuaidi100 = settings.kuaidi100();
        if (!kuaidi100.key().isBlank()) {
            services.put(
                    "kuaidi100",
                    new Kuaidi100(
                            contexts.open(
                                    "carrier-kuaidi100",
                                    Budget.WEB_SHOP,
                                    Kuaidi100.SETTINGS,
                                    stated(
                                            Map.of(
                                                    "api", kuaidi100.api(),
                                                    "customer", kuaidi100.customer())),
                                    stated(
                                            Map.of(
                                                    "key", kuaidi100.key(),
                                                    "salt", kuaidi100.salt())))));
        }
        SeventeenTrackAccount track = settings.seventeenTrack();
        if (!track.token().isBlank()) {
            services.put(
                    "17track",
                    new SeventeenTrack(
                            contexts.open(
                                    "carrier-17track",
                                    Budget.WEB_SHOP,
                                    SeventeenTrack.SETTINGS,
                                    stated(Map.of("api", track.api())),
                                    Map.of("token", track.token()))));
        }
    }

    private static Map<String, String> stated(Map<String, String> values) {
        Map<String, String> stated = new LinkedHashMap<>(values);
        stated.values().removeIf(String::isBlank);
        return stated;
    }

    /** A service under its name. */
    record Named(String name, CarrierService service) {}

    boolean none() {
        return services.isEmpty();
    }

    Optional<CarrierService> find(String name) {
        return Optional.ofNullable(services.get(name));
    }

    /** The first that can be asked for this parcel. */
    Optional<Named> covering(Waybill parcel) {
        return services.entrySet().stream()
                .filter(one -> one.getValue().covers(parcel))
                .findFirst()
                .map(one -> new Named(one.getKey(), one.getValue()));
    }
}
