package com.truecart.app.tracking;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The services that ask carriers; one with a blank secret is not used.
 *
 * @param kuaidi100 for carriers of China; asked first
 * @param seventeenTrack for all others
 */
@ConfigurationProperties("truecart.carriers")
public record CarrierSettings(
        @DefaultValue Kuaidi100Account kuaidi100,
        @DefaultValue SeventeenTrackAccount seventeenTrack) {

    /**
     * An account at Kuaidi100.
     *
     * @param api blank: its own address
     * @param salt what it signs its pushes with; of one's own choice
     */
    public record Kuaidi100Account(
            @DefaultValue("") String api,
            @DefaultValue("") String customer,
            @DefaultValue("") String key,
            @DefaultValue("") String salt) {

        @Override
        public String toString() {
            return "Kuaidi100Account[" + customer + "]";
        }
    }

    /**
     * An account at 17TRACK.
     *
     * @param api blank: its own address
     */
    public record SeventeenTrackAccount(
            @DefaultValue("") String api, @DefaultValue("") String token) {

        @Override
        public String toString() {
            return "SeventeenTrackAccount[]";
        }
    }
}
