package com.truecart.app.aftersales.web;

import com.truecart.app.aftersales.Allowed;
import com.truecart.app.aftersales.Claim;
import com.truecart.app.aftersales.Claim.By;
import com.truecart.app.aftersales.ClaimEvent;
import com.truecart.app.aftersales.ClaimId;
import com.truecart.app.aftersales.ClaimPictures;
import com.truecart.app.aftersales.ClaimReason;
import com.truecart.app.aftersales.Claims;
import com.truecart.app.aftersales.Claims.NotAllowed;
import com.truecart.app.aftersales.Simulation;
import com.truecart.app.order.SoldParts;
import com.truecart.app.order.SoldParts.SoldPart;
import com.truecart.app.order.SubOrderId;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A shopper's claims: asked for on a form, worked out, confirmed, followed. */
@Controller
class ClaimController {
    private final Claims claims;
    private final SoldParts parts;
    private final ClaimPictures pictures;

    ClaimController(Claims claims, SoldParts parts, ClaimPictures pictures) {
        this.claims = claims;
        this.parts = parts;
        this.pictures = pictures;
    }

    @GetMapping("/claims/new/{part}")
    String form(ShopperId shopper, @PathVariable UUID part, Model model) {
        SoldPart sold = sold(shopper, part);
        Optional<Claim> running =
                claims.about(sold.subOrder().id()).stream()
                        .filter(claim -> claim.state().isRunning())
                        .findFirst();
        if (running.isPresent()) {
            return "redirect:/claims/" + running.get().id();
        }
        Allowed allowed = Allowed.in(sold.subOrder().state());
        if (!allowed.kinds().isEmpty()) {
            model.addAttribute("form", ClaimForm.blank(sold, allowed.kinds().getFirst()));
        }
        return form(sold, Optional.empty(), model);
    }

    /** What would come back: nothing is asked of the store yet. */
    @PostMapping("/claims/new/{part}/check")
    String check(
            ShopperId shopper,
            @PathVariable UUID part,
            @RequestParam Map<String, String> sent,
            Model model) {
        SoldPart sold = sold(shopper, part);
        ClaimForm form = ClaimForm.of(sold, sent);
        model.addAttribute("form", form);
        try {
            return check(sold, claims.simulate(sold, form.wish()), false, model);
        } catch (NotAllowed no) {
            return form(sold, Optional.of(no.problem()), model);
        }
    }

    @PostMapping("/claims/new/{part}")
    String make(
            ShopperId shopper,
            @PathVariable UUID part,
            @RequestParam Map<String, String> sent,
            Model model) {
        SoldPart sold = sold(shopper, part);
        ClaimForm form = ClaimForm.of(sold, sent);
        model.addAttribute("form", form);
        try {
            Simulation now = claims.simulate(sold, form.wish());
            if (!ClaimWords.fingerprint(now).equals(sent.getOrDefault("agreed", ""))) {
                return check(sold, now, true, model);
            }
            return "redirect:/claims/" + claims.make(sold, form.wish(), now);
        } catch (NotAllowed no) {
            return form(sold, Optional.of(no.problem()), model);
        }
    }

    @GetMapping("/claims/{id}")
    String show(ShopperId shopper, @PathVariable UUID id, Model model) {
        Claim.Told told = told(shopper, id);
        model.addAttribute("told", told);
        model.addAttribute("claim", told.claim());
        model.addAttribute("part", parts.find(told.claim().part()).orElseThrow());
        model.addAttribute("pictures", pictures.of(told.claim().id()));
        return "aftersales/claim";
    }

    @PostMapping("/claims/{id}/withdraw")
    String withdraw(ShopperId shopper, @PathVariable UUID id) {
        return applied(told(shopper, id), new ClaimEvent.Withdraws());
    }

    @PostMapping("/claims/{id}/escalate")
    String escalate(ShopperId shopper, @PathVariable UUID id, @RequestParam String why) {
        return applied(told(shopper, id), new ClaimEvent.Escalates(said(why)));
    }

    @PostMapping("/claims/{id}/appeal")
    String appeal(ShopperId shopper, @PathVariable UUID id, @RequestParam String why) {
        return applied(told(shopper, id), new ClaimEvent.Appealed(said(why)));
    }

    @PostMapping("/claims/{id}/rate")
    String rate(ShopperId shopper, @PathVariable UUID id, @RequestParam int rating) {
        if (!claims.rate(told(shopper, id).claim(), rating)) {
            throw Problem.conflict("rating: 1 to 5, once nobody has to do anything any more");
        }
        return "redirect:/claims/" + id;
    }

    private String applied(Claim.Told told, ClaimEvent event) {
        if (!claims.apply(told.claim(), event, By.SHOPPER)) {
            throw Problem.conflict("this cannot be done any more; look at where your claim stands");
        }
        return "redirect:/claims/" + told.claim().id();
    }

    static String said(String why) {
        String words = why.strip();
        if (words.isEmpty() || words.length() > 2000) {
            throw Problem.badRequest("why", "must be 1 to 2000 characters");
        }
        return words;
    }

    private String form(SoldPart part, Optional<Claims.Problem> problem, Model model) {
        model.addAttribute("part", part);
        model.addAttribute("allowed", Allowed.in(part.subOrder().state()));
        model.addAttribute("left", claims.claimable(part));
        model.addAttribute("reasons", ClaimReason.values());
        model.addAttribute("earlier", claims.about(part.subOrder().id()));
        model.addAttribute("problem", problem.map(Enum::name).orElse(""));
        return "aftersales/form";
    }

    private static String check(
            SoldPart part, Simulation simulation, boolean changed, Model model) {
        model.addAttribute("part", part);
        model.addAttribute("simulation", simulation);
        model.addAttribute("changed", changed);
        return "aftersales/check";
    }

    private SoldPart sold(ShopperId shopper, UUID part) {
        return parts.find(new SubOrderId(part), shopper.value())
                .orElseThrow(() -> Problem.notFound("there is no such part of an order"));
    }

    private Claim.Told told(ShopperId shopper, UUID id) {
        return claims.find(new ClaimId(id), shopper.value())
                .orElseThrow(() -> Problem.notFound("there is no such claim"));
    }
}
