package com.truecart.app.pipeline.web;

import com.truecart.app.connection.Connection;
import com.truecart.app.connection.ConnectionDesk;
import com.truecart.app.connection.ConnectionDraft;
import com.truecart.app.connection.ConnectionHealth;
import com.truecart.app.connection.Connections;
import com.truecart.app.connection.InvalidConnectionException;
import com.truecart.app.pipeline.PullRun;
import com.truecart.app.pipeline.PullRuns;
import com.truecart.app.pipeline.Pulls;
import com.truecart.app.pipeline.QuarantinedRecord;
import com.truecart.app.web.MoneyView;
import com.truecart.app.web.Problem;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.OrderTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Connections and their pulls for programs. */
@RestController
@RequestMapping("/api/v1")
class ConnectionApi {
    private final Connections connections;
    private final ConnectionDesk desk;
    private final Pulls pulls;
    private final PullRuns runs;

    ConnectionApi(Connections connections, ConnectionDesk desk, Pulls pulls, PullRuns runs) {
        this.connections = connections;
        this.desk = desk;
        this.pulls = pulls;
        this.runs = runs;
    }

    /** A connection without its secrets. */
    record ConnectionAnswer(
            String id,
            String kind,
            Map<String, String> name,
            Map<String, String> settings,
            String engine,
            Optional<MoneyView> deliveryFee,
            Optional<MoneyView> deliveryFreeFrom,
            Optional<MoneyView> leastOrder,
            OptionalInt arrivesWithinDays,
            long pullEverySeconds,
            boolean enabled,
            Optional<ConnectionHealth> health,
            Optional<PullRun> lastRun) {}

    /**
     * A connection to add.
     *
     * @param name by language
     * @param settings by name, secrets among them
     * @param deliveryFee in minor units of the currency; absent where it is not known
     * @param leastOrder likewise
     * @param arrivesWithinDays at the latest so many days after the order
     */
    record NewConnection(
            @NotBlank String id,
            @NotBlank String kind,
            @NotEmpty Map<String, String> name,
            Map<String, String> settings,
            @Min(0) @Nullable Long deliveryFee,
            @Min(0) @Nullable Long deliveryFreeFrom,
            @Nullable String deliveryCurrency,
            @Min(0) @Nullable Long leastOrder,
            @Min(0) @Max(OrderTerms.MOST_DAYS) @Nullable Integer arrivesWithinDays,
            @Min(10) @Max(31_536_000) @Nullable Long pullEverySeconds,
            @Nullable Boolean enabled) {
        NewConnection {
            // a value left empty within them cannot be read
            name = name == null ? Map.of() : Map.copyOf(name);
            settings = settings == null ? Map.of() : Map.copyOf(settings);
        }

        ConnectionDraft draft() {
            try {
                return new ConnectionDraft(
                        id,
                        kind,
                        new Localized(name),
                        settings,
                        delivery(),
                        Duration.ofSeconds(pullEverySeconds == null ? 3600 : pullEverySeconds),
                        enabled == null || enabled,
                        orders());
            } catch (IllegalArgumentException e) {
                throw Problem.badRequest(
                        "name or deliveryCurrency", String.valueOf(e.getMessage()));
            }
        }

        private OrderTerms orders() {
            OrderTerms terms = OrderTerms.NONE;
            if (leastOrder != null) {
                if (deliveryCurrency == null) {
                    throw Problem.badRequest(
                            "leastOrder", "is an amount of deliveryCurrency; give both");
                }
                terms = terms.from(Money.of(leastOrder, deliveryCurrency));
            }
            return arrivesWithinDays == null ? terms : terms.within(arrivesWithinDays);
        }

        private Optional<DeliveryTerms> delivery() {
            if (deliveryFee == null && deliveryFreeFrom == null) {
                return Optional.empty();
            }
            if (deliveryFee == null || deliveryCurrency == null) {
                throw Problem.badRequest(
                        "deliveryFee", "is an amount of deliveryCurrency; give both or neither");
            }
            return Optional.of(
                    new DeliveryTerms(
                            Money.of(deliveryFee, deliveryCurrency),
                            Optional.ofNullable(deliveryFreeFrom)
                                    .map(from -> Money.of(from, deliveryCurrency))));
        }
    }

    @GetMapping("/connections")
    List<ConnectionAnswer> all() {
        Map<String, ConnectionHealth> health = desk.health();
        Map<String, PullRun> newest = runs.newestByConnection();
        return connections.all().stream()
                .map(connection -> answer(connection, health, newest))
                .toList();
    }

    @PostMapping("/connections")
    @ResponseStatus(HttpStatus.CREATED)
    ConnectionAnswer create(@Valid @RequestBody NewConnection wanted) {
        try {
            Connection created = desk.create(wanted.draft());
            return answer(created, Map.of(), Map.of());
        } catch (InvalidConnectionException e) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
        }
    }

    @PostMapping("/connections/{id}/pulls")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PullRun pull(@PathVariable String id) {
        requireConnection(id);
        return pulls.request(id, PullRun.Trigger.DEMAND);
    }

    @GetMapping("/connections/{id}/skipped")
    List<QuarantinedRecord> skipped(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") @Min(0) int offset,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        requireConnection(id);
        return runs.newest(Optional.of(id), 1).stream()
                .findFirst()
                .map(run -> runs.quarantined(run.id(), offset, limit))
                .orElse(List.of());
    }

    @GetMapping("/runs")
    List<PullRun> runs(
            @RequestParam Optional<String> connection,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return runs.newest(connection, limit);
    }

    @GetMapping("/runs/{id}")
    PullRun run(@PathVariable long id) {
        return runs.find(id).orElseThrow(() -> Problem.notFound("there is no run " + id));
    }

    private void requireConnection(String id) {
        if (connections.find(id).isEmpty()) {
            throw Problem.notFound("there is no connection '" + id + "'");
        }
    }

    private ConnectionAnswer answer(
            Connection connection,
            Map<String, ConnectionHealth> health,
            Map<String, PullRun> newest) {
        return new ConnectionAnswer(
                connection.id(),
                connection.kind(),
                connection.name().byLanguage(),
                connection.settings(),
                connections.engine(connection).name(),
                connection.delivery().map(terms -> MoneyView.of(terms.fee())),
                connection.delivery().flatMap(DeliveryTerms::freeFrom).map(MoneyView::of),
                connection.orders().minimum().map(MoneyView::of),
                connection.orders().arrivesWithinDays(),
                connection.pullEvery().toSeconds(),
                connection.enabled(),
                Optional.ofNullable(health.get(connection.id())),
                Optional.ofNullable(newest.get(connection.id())));
    }
}
