package com.truecart.app.web;

import java.util.UUID;

/**
 * Who is shopping, as long as there are no accounts: a random number only this browser knows.
 *
 * <p>A controller method takes it as a parameter; a visitor without one is given one with the
 * answer.
 */
public record ShopperId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
