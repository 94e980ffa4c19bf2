package com.truecart.app.aftersales.web;

import com.truecart.app.aftersales.Claim;
import com.truecart.app.aftersales.Claim.By;
import com.truecart.app.aftersales.ClaimEvent;
import com.truecart.app.aftersales.ClaimId;
import com.truecart.app.aftersales.ClaimPictures;
import com.truecart.app.aftersales.ClaimState.Party;
import com.truecart.app.aftersales.Claims;
import com.truecart.app.order.SoldParts;
import com.truecart.app.web.Problem;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The desk: what has to be told to stores, what they answered, and what is to be judged. Open to
 * whoever reaches this machine, as the connections are, as long as there are no accounts.
 */
@Controller
class ClaimDeskController {
    private final Claims claims;
    private final SoldParts parts;
    private final ClaimPictures pictures;

    ClaimDeskController(Claims claims, SoldParts parts, ClaimPictures pictures) {
        this.claims = claims;
        this.parts = parts;
        this.pictures = pictures;
    }

    @GetMapping("/desk/after-sales")
    String queue(Model model) {
        model.addAttribute("claims", claims.queue());
        return "aftersales/queue";
    }

    @GetMapping("/desk/after-sales/{id}")
    String show(@PathVariable UUID id, Model model) {
        Claim.Told told = told(id);
        model.addAttribute("told", told);
        model.addAttribute("claim", told.claim());
        model.addAttribute("part", parts.find(told.claim().part()).orElseThrow());
        model.addAttribute("pictures", pictures.of(told.claim().id()));
        return "aftersales/desk";
    }

    @PostMapping("/desk/after-sales/{id}/sent")
    String sent(@PathVariable UUID id) {
        return applied(id, new ClaimEvent.SentOn(), By.DESK);
    }

    @PostMapping("/desk/after-sales/{id}/agreed")
    String agreed(@PathVariable UUID id, @RequestParam String words) {
        return applied(id, new ClaimEvent.StoreAgreed(ClaimController.said(words)), By.STORE);
    }

    @PostMapping("/desk/after-sales/{id}/refused")
    String refused(@PathVariable UUID id, @RequestParam String words) {
        return applied(id, new ClaimEvent.StoreRefused(ClaimController.said(words)), By.STORE);
    }

    @PostMapping("/desk/after-sales/{id}/judge")
    String judge(
            @PathVariable UUID id, @RequestParam Party inFavourOf, @RequestParam String reason) {
        return applied(
                id, new ClaimEvent.Judged(inFavourOf, ClaimController.said(reason)), By.DESK);
    }

    private String applied(UUID id, ClaimEvent event, By by) {
        if (!claims.apply(told(id).claim(), event, by)) {
            throw Problem.conflict(
                    "this cannot be done in the state the claim is in; look at it again");
        }
        return "redirect:/desk/after-sales/" + id;
    }

    private Claim.Told told(UUID id) {
        return claims.find(new ClaimId(id))
                .orElseThrow(() -> Problem.notFound("there is no such claim"));
    }
}
