package com.truecart.app.connection;

/** The stores behind a connection are from now on worked out by other rules. */
public record EngineChanged(String connectionId) {}
