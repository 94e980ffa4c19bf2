package com.truecart.app.web;

import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says by which rules a price was worked out and how those rules are known; templates call it as
 * {@code @engines}.
 */
@Component("engines")
public class EngineWords {

    private final MessageSource messages;

    EngineWords(MessageSource messages) {
        this.messages = messages;
    }

    /** "Worked out by the rules of WooCommerce 10.x, as its code or its documentation states." */
    public String sentence(EngineProfile engine) {
        return isOurs(engine)
                ? say("web.engine.sentence.ours")
                : say("web.engine.sentence", name(engine), engine.version(), evidence(engine));
    }

    /** As one of several to choose from: its name, its version, its evidence. */
    public String choice(EngineProfile engine) {
        return say("web.engine.choice", name(engine), engine.version(), evidence(engine));
    }

    /** What people call it. */
    public String name(EngineProfile engine) {
        Locale locale = LocaleContextHolder.getLocale();
        String fallback = engine.name();
        String name =
                messages.getMessage("web.engine.name." + engine.name(), null, fallback, locale);
        return name == null ? fallback : name;
    }

    private String evidence(EngineProfile engine) {
        return switch (engine.evidence()) {
            case VERIFIED -> say("web.engine.evidence.verified");
            case STATED -> say("web.engine.evidence.stated");
            case PARSED -> say("web.engine.evidence.parsed");
            case ASSUMED -> say("web.engine.evidence.assumed");
        };
    }

    private static boolean isOurs(EngineProfile engine) {
        return engine.name().equals(EngineProfiles.OURS.name());
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
