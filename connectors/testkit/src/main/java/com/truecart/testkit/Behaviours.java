package com.truecart.testkit;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which test of the contract shows which behaviour. */
public final class Behaviours {
    private static final Map<String, Behaviour> BY_TEST = byTest();

    private Behaviours() {}

    /** The behaviour a test of the contract shows, by the name of its method. */
    public static Optional<Behaviour> shownBy(String test) {
        return Optional.ofNullable(BY_TEST.get(test));
    }

    private static Map<String, Behaviour> byTest() {
        Map<String, Behaviour> found = new HashMap<>();
        for (Class<?> contract :
                List.of(
                        FaultContract.class,
                        ConnectorContract.class,
                        QuoteContract.class,
                        DoubtContract.class,
                        OrderContract.class,
                        HandOffContract.class,
                        WebhookContract.class)) {
            for (Method method : contract.getDeclaredMethods()) {
                Shows shows = method.getAnnotation(Shows.class);
                if (shows != null) {
                    found.put(method.getName(), shows.value());
                }
            }
        }
        return Map.copyOf(found);
    }
}
