package com.truecart.app.notification.web;

import com.truecart.app.notification.Notices;
import com.truecart.app.web.ShopperId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What a shopper was told, and how the shopper wants to be told. */
@Controller
class NoticeController {
    private static final int LATEST = 100;
    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/notifications")
    String list(ShopperId shopper, Model model) {
        model.addAttribute("notices", notices.show(shopper.value(), LATEST));
        model.addAttribute("wishes", notices.wishes(shopper.value()));
        model.addAttribute("sendsMail", notices.sendsMail());
        return "notification/notices";
    }

    /** For the layout, which asks once the page is shown. */
    @GetMapping("/notifications/unread")
    String unread(ShopperId shopper, Model model) {
        model.addAttribute("unread", notices.unread(shopper.value()));
        return "notification/unread";
    }

    @PostMapping("/notifications/wishes")
    String wish(ShopperId shopper, WishForm form) {
        notices.wish(shopper.value(), form.read());
        return "redirect:/notifications";
    }
}
