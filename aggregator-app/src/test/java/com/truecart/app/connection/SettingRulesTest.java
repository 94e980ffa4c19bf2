package com.truecart.app.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.spi.Budget;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.Setting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** For which address the secrets on record are used. */
class SettingRulesTest {
    private static final String SHOP = "https://shop.example";
    private static final ConnectorDescriptor KIND =
            new ConnectorDescriptor(
                    "corner",
                    "Corner",
                    Set.of(ConnectorDescriptor.Capability.CATALOG),
                    List.of(
                            Setting.required("shop", "Address of the shop", Setting.Type.URL),
                            Setting.optional("gateway", "Gateway", Setting.Type.URL)
                                    .withDefault("https://gateway.example"),
                            Setting.optional("prices", "Price lists", Setting.Type.URL_OR_FOLDER),
                            Setting.optional("name", "Name of the shop", Setting.Type.TEXT),
                            Setting.required("key", "Key of the shop", Setting.Type.SECRET),
                            Setting.optional("hook", "Hook secret", Setting.Type.SECRET)),
                    Budget.WEB_SHOP);
    private static final Map<String, String> STORED = Map.of("shop", SHOP, "name", "Corner");

    @Test
    void aBlankSecretIsTheOneOnRecordAsLongAsTheAddressIs() {
        assertThat(problems(Map.of("shop", SHOP + " ", "name", "Other", "key", ""), "key", "hook"))
                .isEmpty();
        assertThat(
                        problems(
                                Map.of("shop", SHOP, "gateway", "https://gateway.example"),
                                "key",
                                "hook"))
                .as("the default, written out")
                .isEmpty();
    }

    @Test
    void aBlankSecretMustBeEnteredAgainForAnotherAddress() {
        assertThat(problems(Map.of("shop", "https://other.example", "key", " "), "key", "hook"))
                .containsExactly(
                        new InvalidConnectionException.Problem(
                                "key",
                                "must be entered again because the address changed; fill in Key of"
                                        + " the shop"),
                        new InvalidConnectionException.Problem(
                                "hook",
                                "must be entered again because the address changed; fill in Hook"
                                        + " secret"));
        for (Map<String, String> changed :
                List.of(
                        Map.of("shop", SHOP, "gateway", "https://other.example"),
                        Map.of("shop", SHOP, "prices", "https://other.example/prices"))) {
            assertThat(problems(changed, "key"))
                    .extracting(InvalidConnectionException.Problem::setting)
                    .containsExactly("key");
        }
    }

    @Test
    void aSecretThatIsEnteredIsForTheNewAddress() {
        assertThat(problems(Map.of("shop", "https://other.example", "key", "new"), "key"))
                .isEmpty();
    }

    @Test
    void whatWasNeverEnteredIsSimplyNeeded() {
        assertThat(SettingRules.problems(KIND, Map.of("shop", SHOP), Map.of(), Set.of()))
                .containsExactly(
                        new InvalidConnectionException.Problem(
                                "key", "is needed; fill in Key of the shop"));
    }

    private static List<InvalidConnectionException.Problem> problems(
            Map<String, String> settings, String... kept) {
        return SettingRules.problems(KIND, settings, STORED, Set.of(kept));
    }
}
