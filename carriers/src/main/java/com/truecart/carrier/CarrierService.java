package com.truecart.carrier;

import com.truecart.spi.Delivery;
import java.net.URI;
import java.util.List;

/** A service that asks carriers for us. */
public interface CarrierService {

    /**
     * Whether it can be asked for this parcel at all.
     *
     * @return false where it would have to be told a carrier that we cannot name to it
     */
    boolean covers(Waybill parcel);

    /**
     * What happened to a parcel so far, oldest first; empty where the service knows nothing of it
     * yet.
     *
     * @throws com.truecart.spi.UpstreamException where it cannot be said now
     */
    List<Scan> look(Waybill parcel);

    /**
     * Has the service tell us from now on. Doing it twice is the same as once.
     *
     * @param callback where it sends what happens
     * @throws com.truecart.spi.UpstreamException where it did not take it
     */
    void follow(Waybill parcel, URI callback);

    /** Judges what was sent to the callback. */
    Heard hear(Delivery delivery);

    /** What was sent. */
    sealed interface Heard {
        /** Not from the service. */
        record Forged(String why) implements Heard {}

        /**
         * From the service.
         *
         * @param number of the parcel; blank where it is about none
         * @param answer what the service wants to read
         */
        record Told(String number, List<Scan> scans, String answer) implements Heard {
            public Told {
                scans = List.copyOf(scans);
            }
        }
    }
}
