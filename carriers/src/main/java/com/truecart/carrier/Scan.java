package com.truecart.carrier;

import java.time.Instant;

/**
 * One thing that happened to a parcel.
 *
 * @param text in the carrier's words, as stated
 */
public record Scan(Instant at, Stage stage, String text) {}
