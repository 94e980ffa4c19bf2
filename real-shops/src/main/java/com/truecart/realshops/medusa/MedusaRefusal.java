package com.truecart.realshops.medusa;

import com.truecart.realshops.RealShopException;

/** The shop answered, and did not do what it was asked; the message is its own. */
public final class MedusaRefusal extends RealShopException {
    private static final long serialVersionUID = 1L;

    MedusaRefusal(String message) {
        super(message);
    }
}
