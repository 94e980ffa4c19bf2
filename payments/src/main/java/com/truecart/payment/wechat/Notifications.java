package com.truecart.payment.wechat;

import com.truecart.kit.Json;
import com.truecart.payment.PaymentProvider.Heard;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Delivery;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * WeChat Pay's notifications: signed as its answers are, and what they are about is encrypted with
 * the APIv3 key (AES-256-GCM).
 */
final class Notifications {
    private static final int TAG_BITS = 128;

    /** Any 2xx, with or without a body. */
    private static final String ANSWER = "";

    private final PlatformKey platform;
    private final Secret key;
    private final String merchant;
    private final String merchantsField;
    private final String referencesField;

    /**
     * @param merchantsField of what is told, says whom it is for
     * @param referencesField of what is told, says by our name which payment it is about
     */
    Notifications(
            ConnectorContext context, Merchant own, String merchantsField, String referencesField) {
        platform = own.platform();
        key = context.requiredSecret(WechatKind.API_V3_KEY);
        if (key.reveal().getBytes(StandardCharsets.UTF_8).length != 32) {
            throw new Misconfigured(WechatKind.API_V3_KEY, "is not 32 bytes long");
        }
        merchant = own.number();
        this.merchantsField = merchantsField;
        this.referencesField = referencesField;
    }

    Heard hear(Delivery delivery) {
        Optional<String> fault = platform.fault(delivery::header, delivery.body(), delivery.at());
        if (fault.isPresent()) {
            return new Heard.Forged(fault.get());
        }
        Json event = Json.parse(delivery.body());
        Optional<Json> about = opened(event.at("resource"));
        if (about.isEmpty()) {
            return new Heard.Forged("it is not encrypted with our key");
        }
        String id = event.text("id");
        if (about.get().optionalText(merchantsField).filter(merchant::equals).isEmpty()) {
            return new Heard.Forged("it is for another merchant");
        }
        return about.get()
                .optionalText(referencesField)
                .<Heard>map(reference -> new Heard.Hint(id, reference, ANSWER))
                .orElseGet(() -> new Heard.NothingWeFollow(id, ANSWER));
    }

    private Optional<Json> opened(Json resource) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(
                            TAG_BITS, resource.text("nonce").getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(
                    resource.optionalText("associated_data")
                            .orElse("")
                            .getBytes(StandardCharsets.UTF_8));
            byte[] plain = cipher.doFinal(Base64.getDecoder().decode(resource.text("ciphertext")));
            return Optional.of(Json.parse(new String(plain, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
