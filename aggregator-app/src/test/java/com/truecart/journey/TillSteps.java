package com.truecart.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.truecart.journey.Street.Wanted;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The till as programs use it, within a visitor's session, and what a store has on its shelf. */
final class TillSteps {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TillSteps() {}

    static void sellOut(Street street, String store, Wanted wanted) {
        stock(street, store, wanted, 0);
    }

    /** From now on the store has so many of it. */
    static void stock(Street street, String store, Wanted wanted, int units) {
        street.tell(
                "/stock",
                "{\"shop\": \"%s\", \"sku\": \"%s\", \"quantity\": %d}"
                        .formatted(store, street.sku(store, wanted), units));
    }

    static JsonNode confirm(Street street, Page page, JsonNode checkout, int status) {
        return send(
                street,
                page,
                "POST",
                "/api/v1/checkouts/" + checkout.at("/id").asString() + "/confirm",
                "{\"agreed\": \"" + checkout.at("/fingerprint").asString() + "\"}",
                status);
    }

    static JsonNode send(
            Street street, Page page, String method, String path, String body, int status) {
        RequestOptions options = RequestOptions.create().setMethod(method);
        Map.of("Content-Type", "application/json", "Idempotency-Key", UUID.randomUUID().toString())
                .forEach(options::setHeader);
        if (!body.isEmpty()) {
            options.setData(body);
        }
        APIResponse response = page.request().fetch(street.at(path), options);
        assertThat(response.status()).as(path + ": " + response.text()).isEqualTo(status);
        return JSON.readTree(response.text());
    }

    static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }
}
