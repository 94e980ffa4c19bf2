package com.truecart.app.aftersales;

import java.util.UUID;

/** Our name for a claim. */
public record ClaimId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
