package com.truecart.sandbox.gateway;

/** What a platform gave a developer. */
public record Account(String appKey, String secret) {}
