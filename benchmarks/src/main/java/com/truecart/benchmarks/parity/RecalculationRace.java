package com.truecart.benchmarks.parity;

import com.truecart.pricing.PricedCart;
import com.truecart.realshops.vendure.Basket;
import com.truecart.realshops.vendure.BasketLine;
import com.truecart.realshops.vendure.DrawnShop;
import com.truecart.realshops.vendure.OrderChange;
import com.truecart.realshops.vendure.QuotedOrder;
import com.truecart.realshops.vendure.ShippingMethod;
import com.truecart.realshops.vendure.Variant;
import com.truecart.realshops.vendure.VendureShop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * One cart of 30 lines under 20 promotions, worked out again and again over HTTP, one request after
 * the other: by a real Vendure and by our pricing, in turn in one run.
 */
public final class RecalculationRace {
    private static final int LINES = 30;
    private static final int PROMOTIONS = 20;
    private static final int ROUNDS = 3;
    private static final int THEIRS = 25;
    private static final int OURS = 400;

    private RecalculationRace() {}

    /** Runs it and prints the two rates and their ratio. */
    public static void run() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_125);
        try (VendureShop shop = VendureShop.start()) {
            DrawnShop drawn = DrawnShop.fill(shop, random);
            for (int round = 0; shop.promotions().present().size() < PROMOTIONS; round++) {
                drawn.promotions("R" + round + "P", random).stream()
                        .limit(PROMOTIONS - shop.promotions().present().size())
                        .forEach(shop.promotions()::add);
            }
            VendurePrediction prediction = prediction(shop, drawn);
            List<BasketLine> lines =
                    drawn.variants().stream()
                            .map(Variant::id)
                            .sorted()
                            .limit(LINES)
                            .map(id -> new BasketLine(id, 1 + random.nextInt(6)))
                            .toList();
            Basket basket = new Basket(lines, List.of(), Optional.empty(), Optional.empty());
            PricedCart ours = prediction.of(basket);
            QuotedOrder theirs = shop.quote(basket).last();
            if (ours.payable().minor() != theirs.total().gross()) {
                throw new IllegalStateException(
                        "they charge "
                                + theirs.total()
                                + ", we predict "
                                + ours.payable()
                                + ": a race is won by the right answer only");
            }
            race(shop, drawn, prediction, basket);
        }
    }

    private static VendurePrediction prediction(VendureShop shop, DrawnShop drawn) {
        try (ReadShop read = new ReadShop(shop)) {
            return new VendurePrediction(drawn.variants(), read.promotions(), false);
        }
    }

    private static void race(
            VendureShop shop, DrawnShop drawn, VendurePrediction prediction, Basket basket) {
        try (PriceEndpoint endpoint = new PriceEndpoint(prediction::of);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(endpoint.address())
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            PriceEndpoint.request(basket)))
                            .build();
            ask(client, request, OURS);
            theirs(shop, basket, drawn.shippingMethods().getFirst(), THEIRS);
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double theirRate = theirs(shop, basket, drawn.shippingMethods().getFirst(), THEIRS);
                double ourRate = ask(client, request, OURS);
                ratios.add(ourRate / theirRate);
                System.out.printf(
                        Locale.ROOT,
                        "30 lines, 20 promotions over HTTP: Vendure %.1f, ours %.1f recalculations a second,"
                                + " ratio %.1f%n",
                        theirRate,
                        ourRate,
                        ourRate / theirRate);
            }
            ratios.sort(null);
            System.out.printf(
                    Locale.ROOT, "median ratio %.1f (goal: at least 5)%n", ratios.get(ROUNDS / 2));
        }
    }

    /** Choosing the delivery method again is one request and one recalculation there. */
    private static double theirs(
            VendureShop shop, Basket basket, ShippingMethod method, int times) {
        long few = seconds(shop, basket, method, 1);
        long many = seconds(shop, basket, method, 1 + times);
        return times / ((many - few) / 1e9);
    }

    private static long seconds(VendureShop shop, Basket basket, ShippingMethod method, int times) {
        List<OrderChange> changes = new ArrayList<>();
        changes.add(new OrderChange.AddLines(basket.lines()));
        for (int i = 0; i < times; i++) {
            changes.add(new OrderChange.ChooseShipping(method));
        }
        long start = System.nanoTime();
        shop.play(Optional.empty(), changes);
        return System.nanoTime() - start;
    }

    private static double ask(HttpClient client, HttpRequest request, int times) {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            try {
                HttpResponse<String> answer =
                        client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("answered " + answer.statusCode());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return times / ((System.nanoTime() - start) / 1e9);
    }
}
