package com.truecart.app.pipeline.web;

import com.truecart.app.connection.Connection;
import com.truecart.app.connection.ConnectionDesk;
import com.truecart.app.connection.ConnectionHealth;
import com.truecart.app.connection.Connections;
import com.truecart.app.connection.Engines;
import com.truecart.app.connection.InvalidConnectionException;
import com.truecart.app.connection.Kinds;
import com.truecart.app.pipeline.PullRun;
import com.truecart.app.pipeline.PullRuns;
import com.truecart.app.pipeline.Pulls;
import com.truecart.app.web.Problem;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.spi.ConnectorDescriptor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which an operator sees how every store answers, and acts. */
@Controller
class ConnectionPages {
    private static final int RUNS_SHOWN = 20;
    private static final int SKIPPED_PER_PAGE = 50;

    private final Connections connections;
    private final ConnectionDesk desk;
    private final Kinds kinds;
    private final Pulls pulls;
    private final PullRuns runs;
    private final HookAddresses hooks;
    private final Clock clock;

    ConnectionPages(
            Connections connections,
            ConnectionDesk desk,
            Kinds kinds,
            Pulls pulls,
            PullRuns runs,
            HookAddresses hooks,
            Clock clock) {
        this.hooks = hooks;
        this.connections = connections;
        this.desk = desk;
        this.kinds = kinds;
        this.pulls = pulls;
        this.runs = runs;
        this.clock = clock;
    }

    @GetMapping("/connections")
    String all(Model model) {
        model.addAttribute("cards", cards());
        model.addAttribute("broken", kinds.broken());
        model.addAttribute("kinds", kinds.all());
        model.addAttribute("shown", kinds.all().stream().map(this::shown).toList());
        return "connection/connections";
    }

    /** Only the cards, for live progress. */
    @GetMapping("/connections/cards")
    String liveCards(Model model) {
        model.addAttribute("cards", cards());
        return "connection/connections :: cards";
    }

    @GetMapping("/connections/new")
    String add(@RequestParam String kind, Model model) {
        model.addAttribute("form", ConnectionForm.blank(descriptor(kind)));
        return addPage(model, descriptor(kind), List.of());
    }

    private static String addPage(
            Model model,
            ConnectorDescriptor kind,
            List<InvalidConnectionException.Problem> problems) {
        model.addAttribute("kind", kind);
        model.addAttribute("problems", problems);
        return "connection/new";
    }

    @PostMapping("/connections")
    ModelAndView create(
            @RequestParam String kind, @RequestParam Map<String, String> values, Model model) {
        ConnectorDescriptor descriptor = descriptor(kind);
        ConnectionForm form = ConnectionForm.sent(values, descriptor, Set.of());
        try {
            Connection created = desk.create(form.draft());
            pulls.request(created.id(), PullRun.Trigger.START);
            return new ModelAndView("redirect:/connections/" + created.id());
        } catch (InvalidConnectionException | ErrorResponseException e) {
            model.addAttribute("form", form);
            return refused(addPage(model, descriptor, problems(e)), model);
        }
    }

    /** Tries the settings of a new connection, and saves nothing. */
    @PostMapping("/connections/new/check-settings")
    String checkNew(
            @RequestParam String kind,
            @RequestParam Map<String, String> values,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
            Model model) {
        ConnectorDescriptor descriptor = descriptor(kind);
        ConnectionForm form = ConnectionForm.sent(values, descriptor, Set.of());
        model.addAttribute("tested", desk.test(kind, Optional.empty(), form.settings()));
        model.addAttribute("form", form);
        return inPlace ? "connection/parts :: tested" : addPage(model, descriptor, List.of());
    }

    /** Tries changed settings of a connection, and saves nothing. */
    @PostMapping("/connections/{id}/check-settings")
    String checkChanged(
            @PathVariable String id,
            @RequestParam Map<String, String> values,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
            Model model) {
        Connection connection = connection(id);
        ConnectionForm form =
                ConnectionForm.sent(
                        withId(values, id), descriptor(connection.kind()), desk.filledSecrets(id));
        model.addAttribute(
                "tested", desk.test(connection.kind(), Optional.of(id), form.settings()));
        model.addAttribute("form", form);
        return inPlace ? "connection/parts :: tested" : page(model, connection, 0, List.of());
    }

    @GetMapping("/connections/{id}")
    String one(@PathVariable String id, @RequestParam(defaultValue = "0") int skip, Model model) {
        Connection connection = connection(id);
        model.addAttribute("form", form(connection));
        return page(model, connection, skip, List.of());
    }

    /** Only the state, for live progress. */
    @GetMapping("/connections/{id}/state")
    String liveState(@PathVariable String id, Model model) {
        model.addAttribute("card", card(connection(id)));
        model.addAttribute("runs", runs.newest(Optional.of(id), RUNS_SHOWN));
        return "connection/connection :: state";
    }

    @PostMapping("/connections/{id}")
    ModelAndView change(
            @PathVariable String id, @RequestParam Map<String, String> values, Model model) {
        Connection connection = connection(id);
        ConnectionForm form =
                ConnectionForm.sent(
                        withId(values, id), descriptor(connection.kind()), desk.filledSecrets(id));
        try {
            desk.update(form.draft());
            return new ModelAndView("redirect:/connections/" + id);
        } catch (InvalidConnectionException | ErrorResponseException e) {
            model.addAttribute("form", form);
            return refused(page(model, connection, 0, problems(e)), model);
        }
    }

    @PostMapping("/connections/{id}/pull")
    String pull(@PathVariable String id, @RequestParam(defaultValue = "") String back) {
        connection(id);
        pulls.request(id, PullRun.Trigger.DEMAND);
        return back(id, back);
    }

    @PostMapping("/connections/{id}/check")
    String check(@PathVariable String id, @RequestParam(defaultValue = "") String back) {
        connection(id);
        desk.check(id);
        return back(id, back);
    }

    @GetMapping("/runs/{id}")
    String run(@PathVariable long id, @RequestParam(defaultValue = "0") int skip, Model model) {
        PullRun run = runs.find(id).orElseThrow(() -> Problem.notFound("there is no run " + id));
        model.addAttribute("run", run);
        model.addAttribute("store", connection(run.connectionId()).name());
        skippedRecords(model, run.id(), skip);
        return "connection/run";
    }

    private static String back(String id, String back) {
        return back.equals("all") ? "redirect:/connections" : "redirect:/connections/" + id;
    }

    private String page(
            Model model,
            Connection connection,
            int skip,
            List<InvalidConnectionException.Problem> problems) {
        List<PullRun> newest = runs.newest(Optional.of(connection.id()), RUNS_SHOWN);
        model.addAttribute("title", connection.name().in(LocaleContextHolder.getLocale()));
        model.addAttribute("card", card(connection));
        model.addAttribute("runs", newest);
        model.addAttribute("problems", problems);
        newest.stream().findFirst().ifPresent(run -> skippedRecords(model, run.id(), skip));
        return "connection/connection";
    }

    private void skippedRecords(Model model, long runId, int skip) {
        int from = Math.max(0, skip);
        List<?> found = runs.quarantined(runId, from, SKIPPED_PER_PAGE + 1);
        model.addAttribute("skipped", found.subList(0, Math.min(SKIPPED_PER_PAGE, found.size())));
        model.addAttribute("skippedFrom", from);
        model.addAttribute("skippedBefore", Math.max(0, from - SKIPPED_PER_PAGE));
        model.addAttribute(
                "skippedNext",
                found.size() > SKIPPED_PER_PAGE
                        ? Optional.of(from + SKIPPED_PER_PAGE)
                        : Optional.empty());
    }

    private static ModelAndView refused(String view, Model model) {
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static List<InvalidConnectionException.Problem> problems(RuntimeException refusal) {
        if (refusal instanceof InvalidConnectionException invalid) {
            return invalid.problems();
        }
        String detail = String.valueOf(((ErrorResponseException) refusal).getBody().getDetail());
        int colon = detail.indexOf(": ");
        return List.of(
                new InvalidConnectionException.Problem(
                        detail.substring(0, Math.max(0, colon)),
                        detail.substring(colon + 1).strip()));
    }

    private ConnectionForm form(Connection connection) {
        return ConnectionForm.of(
                connection,
                kinds.descriptor(connection.kind())
                        .map(ConnectorDescriptor::settings)
                        .orElse(List.of()),
                kinds.descriptor(connection.kind()).map(Engines::of).orElse(EngineProfiles.OURS),
                desk.filledSecrets(connection.id()));
    }

    private static Map<String, String> withId(Map<String, String> values, String id) {
        Map<String, String> all = new java.util.HashMap<>(values);
        all.put("id", id);
        return all;
    }

    private List<ConnectionCard> cards() {
        Map<String, PullRun> newest = runs.newestByConnection();
        Map<String, ConnectionHealth> health = desk.health();
        Map<String, Instant> heard = hooks.lastHeard();
        Instant now = clock.instant();
        return connections.all().stream()
                .map(connection ->
                        ConnectionCard.of(
                                connection,
                                kinds.descriptor(connection.kind()),
                                kinds.levels(connection.kind()),
                                hooks.of(connection, heard),
                                Optional.ofNullable(newest.get(connection.id())),
                                Optional.ofNullable(health.get(connection.id())),
                                now))
                .toList();
    }

    private KindShown shown(ConnectorDescriptor kind) {
        return new KindShown(
                kind.kind(), kind.displayName(), kinds.jar(kind.kind()), kinds.levels(kind.kind()));
    }

    private ConnectionCard card(Connection connection) {
        return ConnectionCard.of(
                connection,
                kinds.descriptor(connection.kind()),
                kinds.levels(connection.kind()),
                hooks.of(connection, hooks.lastHeard()),
                runs.newest(Optional.of(connection.id()), 1).stream().findFirst(),
                Optional.ofNullable(desk.health().get(connection.id())),
                clock.instant());
    }

    private Connection connection(String id) {
        return connections
                .find(id)
                .orElseThrow(() -> Problem.notFound("there is no connection '" + id + "'"));
    }

    private ConnectorDescriptor descriptor(String kind) {
        return kinds.descriptor(kind)
                .orElseThrow(() -> Problem.badRequest("kind", "'" + kind + "' is not installed"));
    }
}
