package com.truecart.realshops.vendure;

import com.truecart.realshops.RealShopException;

/** The shop understood and declined, as a code that is not valid or a quantity it has not. */
public final class VendureRefusal extends RealShopException {
    private static final long serialVersionUID = 1L;

    private final String code;

    VendureRefusal(String code, String message) {
        super(code + ": " + message);
        this.code = code;
    }

    /** Vendure's word for it, such as {@code COUPON_CODE_INVALID_ERROR}. */
    public String code() {
        return code;
    }
}
