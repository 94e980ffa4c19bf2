package com.truecart.sandbox.pay;

import java.util.UUID;

/** Names that a provider gives to what it makes. */
final class FreshName {
    private FreshName() {}

    static String of(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }
}
