package com.truecart.app.desk;

/** What a person has to see to. */
public enum ExceptionKind {
    /** Nobody can find out automatically whether the store has it. */
    PARKED,
    /** The store shows an order too many. */
    SECOND_STORE_ORDER,
    /** Its store has it after all, and the shopper has bought it elsewhere by now. */
    BOUGHT_TWICE,
    /** The store charged more than it quoted. */
    CHARGED_MORE,
    /** Stores were ordered from for more than could be taken of the shopper. */
    SHORT,
    /** The provider did not take what it held. */
    CAPTURE_FAILED,
    /** The provider did not give back what is the shopper's. */
    REFUND_FAILED,
    /** A shopper who cannot pay asks for help. */
    PAYMENT_HELP
}
