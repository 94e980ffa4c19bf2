package com.truecart.app.payment.web;

import com.truecart.app.payment.PaymentAccount;
import com.truecart.app.payment.PaymentAccountDesk;
import com.truecart.app.payment.PaymentKinds;
import com.truecart.app.web.Problem;
import com.truecart.model.Localized;
import com.truecart.payment.PaymentKind;
import com.truecart.spi.Setting;
import com.truecart.spi.UpstreamException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts at payment providers, for whoever runs this Truecart. */
@Controller
class PaymentAccountPages {
    private final PaymentAccountDesk accounts;

    private final PaymentKinds kinds;

    PaymentAccountPages(PaymentAccountDesk accounts, PaymentKinds kinds) {
        this.accounts = accounts;
        this.kinds = kinds;
    }

    /**
     * An account as a form shows it.
     *
     * @param name in English; the Chinese one beside it
     * @param filled the secrets that are on record
     */
    record Form(
            String id,
            String kind,
            String name,
            String nameZh,
            Map<String, String> settings,
            Set<String> filled,
            boolean enabled,
            boolean isNew) {

        /** What is typed, or on record, for a setting that is no secret. */
        public String value(Setting setting) {
            return setting.type() == Setting.Type.SECRET
                    ? ""
                    : settings.getOrDefault(setting.name(), setting.defaultValue().orElse(""));
        }
    }

    @GetMapping("/payment-accounts")
    String list(Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("kinds", kinds.all());
        return "payment/accounts";
    }

    @GetMapping("/payment-accounts/new")
    String add(@RequestParam String kind, Model model) {
        PaymentKind of = kind(kind);
        return form(
                new Form("", kind, of.displayName(), "", Map.of(), Set.of(), true, true),
                "",
                model);
    }

    @GetMapping("/payment-accounts/{id}")
    String show(@PathVariable String id, Model model) {
        PaymentAccount account =
                accounts.all().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("there is no such account"));
        return form(
                new Form(
                        id,
                        account.kind(),
                        account.name().byLanguage().getOrDefault("en", id),
                        account.name().byLanguage().getOrDefault("zh-Hans", ""),
                        account.settings(),
                        accounts.filledSecrets(id),
                        account.enabled(),
                        false),
                "",
                model);
    }

    @PostMapping("/payment-accounts")
    String save(
            @RequestParam Map<String, String> typed, HttpServletResponse response, Model model) {
        String id = typed.getOrDefault("id", "").strip();
        PaymentKind kind = kind(typed.getOrDefault("kind", ""));
        boolean isNew = "yes".equals(typed.get("new"));
        Map<String, String> settings = new HashMap<>();
        Map<String, String> secrets = new HashMap<>();
        for (Setting setting : kind.settings()) {
            String value = typed.getOrDefault("setting." + setting.name(), "").strip();
            if (!value.isEmpty()) {
                (setting.type() == Setting.Type.SECRET ? secrets : settings)
                        .put(setting.name(), value);
            }
        }
        String name = typed.getOrDefault("name", "").strip();
        String nameZh = typed.getOrDefault("nameZh", "").strip();
        boolean enabled = "yes".equals(typed.get("enabled"));
        Optional<String> problem = problem(id, name, isNew);
        if (problem.isEmpty()) {
            try {
                Localized both = Localized.of("en", name);
                accounts.save(
                        new PaymentAccount(
                                id,
                                kind.kind(),
                                nameZh.isEmpty() ? both : both.and("zh-Hans", nameZh),
                                settings,
                                enabled),
                        secrets);
                return "redirect:/payment-accounts";
            } catch (UpstreamException.Misconfigured unusable) {
                problem = Optional.ofNullable(unusable.getMessage());
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(
                new Form(
                        id,
                        kind.kind(),
                        name,
                        nameZh,
                        settings,
                        isNew ? Set.of() : accounts.filledSecrets(id),
                        enabled,
                        isNew),
                problem.orElse("it cannot be saved so"),
                model);
    }

    private Optional<String> problem(String id, String name, boolean isNew) {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            return Optional.of(
                    "the short name must be of lower case letters, digits and hyphens, at most 63");
        }
        if (isNew && accounts.all().stream().anyMatch(one -> one.id().equals(id))) {
            return Optional.of("the short name '" + id + "' is taken; choose another");
        }
        return name.isEmpty() ? Optional.of("the name is needed") : Optional.empty();
    }

    private String form(Form form, String problem, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kind", kind(form.kind()));
        model.addAttribute("problem", problem);
        return "payment/account";
    }

    private PaymentKind kind(String kind) {
        return kinds.find(kind).orElseThrow(() -> Problem.notFound("there is no such kind"));
    }
}
