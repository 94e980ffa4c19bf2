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

    /**
     * What one test says in two classes of a kind, each of which speaks to it in another way: what
     * cannot be shown in one (a changed word under a signature) is shown where the other does.
     */
    Mark orElsewhere(Mark other) {
        return this == RED || other == RED ? RED : this == GREEN ? this : other;
    }
}
