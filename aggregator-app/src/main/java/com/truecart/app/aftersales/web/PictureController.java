package com.truecart.app.aftersales.web;

import com.truecart.app.aftersales.Claim;
import com.truecart.app.aftersales.ClaimId;
import com.truecart.app.aftersales.ClaimPictures;
import com.truecart.app.aftersales.Claims;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The pictures of a claim, to its shopper and to the desk. */
@Controller
class PictureController {
    private final Claims claims;
    private final ClaimPictures pictures;

    PictureController(Claims claims, ClaimPictures pictures) {
        this.claims = claims;
        this.pictures = pictures;
    }

    @PostMapping("/claims/{id}/pictures")
    String add(ShopperId shopper, @PathVariable UUID id, @RequestParam MultipartFile picture)
            throws IOException {
        if (!pictures.add(claim(shopper, id), picture.getBytes())) {
            throw Problem.badRequest(
                    "picture", "must be a JPEG or PNG of at most 8 MB, one of at most five");
        }
        return "redirect:/claims/" + id;
    }

    @GetMapping("/claims/{id}/pictures/{number}")
    ResponseEntity<byte[]> show(
            ShopperId shopper, @PathVariable UUID id, @PathVariable int number) {
        return picture(claim(shopper, id).id(), number);
    }

    @GetMapping("/desk/after-sales/{id}/pictures/{number}")
    ResponseEntity<byte[]> show(@PathVariable UUID id, @PathVariable int number) {
        return picture(new ClaimId(id), number);
    }

    private ResponseEntity<byte[]> picture(ClaimId id, int number) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(
                        pictures.find(id, number)
                                .orElseThrow(() -> Problem.notFound("there is no such picture")));
    }

    private Claim claim(ShopperId shopper, UUID id) {
        return claims.find(new ClaimId(id), shopper.value())
                .map(Claim.Told::claim)
                .orElseThrow(() -> Problem.notFound("there is no such claim"));
    }
}
