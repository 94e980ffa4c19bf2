package com.truecart.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Changes the language and returns to the page one was on. */
@Controller
class LanguageController {

    private final LocaleResolver languages;

    LanguageController(LocaleResolver languages) {
        this.languages = languages;
    }

    @PostMapping("/language")
    ResponseEntity<Void> change(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        languages.setLocale(request, response, Locale.forLanguageTag(language));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", isOurs(back) ? back : "/")
                .build();
    }

    /** A path of this server: browsers read "//host" and "/\host" as another one. */
    private static boolean isOurs(String address) {
        return address.matches("/(?![/\\\\])[\\x21-\\x7e]*");
    }
}
