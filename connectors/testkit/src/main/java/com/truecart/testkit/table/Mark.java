package com.truecart.testkit.table;

/** What the tests of one behaviour say together; the later one of two counts. */
enum Mark {
    GREEN("✓"),
    NOT_SHOWN("?"),
    RED("**✗**");

    private final String sign;

    Mark(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    Mark and(Mark other) {
        return other.compareTo(this) > 0 ? other : this;
    }
}
