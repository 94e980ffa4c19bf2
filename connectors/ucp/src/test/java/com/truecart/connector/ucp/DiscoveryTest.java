package com.truecart.connector.ucp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.connector.ucp.Discovery.Transport;
import com.truecart.kit.Json;
import com.truecart.spi.UpstreamException.Drifted;
import java.net.URI;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    @Test
    void restIsTakenWhereABusinessServesBothBindings() {
        Discovery found =
                discovery(
                        """
                        {"ucp":{"version":"2026-04-08","services":{"dev.ucp.shopping":[
                         {"transport":"mcp","endpoint":"https://shop.example/mcp"},
                         {"transport":"rest","endpoint":"https://shop.example/ucp/"}]}}}
                        """);
        assertThat(found.transport()).isEqualTo(Transport.REST);
        assertThat(found.endpoint()).isEqualTo("https://shop.example/ucp");
    }

    @Test
    void aBusinessThatServesOnlyMcpIsSpokenToOverMcp() {
        Discovery found =
                discovery(
                        """
                        {"ucp":{"version":"2026-04-08","services":{"dev.ucp.shopping":[
                         {"transport":"mcp","endpoint":"https://shop.example/api/ucp/mcp"}]}}}
                        """);
        assertThat(found.transport()).isEqualTo(Transport.MCP);
        assertThat(found.endpoint()).isEqualTo("https://shop.example/api/ucp/mcp");
    }

    @Test
    void theFirstReleaseWroteServicesAndCapabilitiesInAnotherShape() {
        Discovery found =
                discovery(
                        """
                        {"ucp":{"version":"2026-01-11","services":{"dev.ucp.shopping":
                          {"version":"2026-01-11","rest":{"endpoint":"https://shop.example/v1"}}},
                         "capabilities":[
                          {"name":"dev.ucp.shopping.checkout","version":"2026-01-11"},
                          {"name":"dev.ucp.shopping.discount","version":"2026-01-11",
                           "extends":"dev.ucp.shopping.checkout"}]}}
                        """);
        assertThat(found.transport()).isEqualTo(Transport.REST);
        assertThat(found.endpoint()).isEqualTo("https://shop.example/v1");
        assertThat(found.capabilities().has("checkout")).isTrue();
        assertThat(found.capabilities().has("discount")).isTrue();
        assertThat(found.capabilities().has("order")).isFalse();
    }

    @Test
    void aProfileWithoutAServiceWeSpeakIsDrift() {
        assertThatThrownBy(() -> discovery("{\"ucp\":{\"services\":{}}}"))
                .isInstanceOf(Drifted.class);
        assertThatThrownBy(() ->
                        discovery(
                                """
                                {"ucp":{"services":{"dev.ucp.shopping":[
                                 {"transport":"a2a","endpoint":"https://shop.example/a2a"}]}}}
                                """))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("REST or MCP");
    }

    @Test
    void theHighestVersionBothKnowIsTaken() {
        Capabilities both =
                capabilities(
                        """
                        "dev.ucp.shopping.checkout":[{"version":"2026-01-11"},
                          {"version":"2027-01-01"},{"version":"2026-04-08"},{"version":"2026-01-23"}],
                        "dev.ucp.shopping.order":[{"version":"2027-01-01"}],
                        "com.example.loyalty":[{"version":"2026-04-08"}]\
                        """);
        assertThat(both.versions())
                .containsOnlyKeys("dev.ucp.shopping.checkout")
                .containsEntry("dev.ucp.shopping.checkout", "2026-04-08");
    }

    @Test
    void anExtensionGoesWithItsParent() {
        Capabilities both =
                capabilities(
                        """
                        "dev.ucp.shopping.checkout":[{"version":"2027-01-01"}],
                        "dev.ucp.shopping.fulfillment":[{"version":"2026-04-08",
                          "extends":"dev.ucp.shopping.checkout"}],
                        "dev.ucp.shopping.discount":[{"version":"2026-04-08",
                          "extends":["dev.ucp.shopping.cart","dev.ucp.shopping.checkout"]}],
                        "dev.ucp.shopping.catalog.search":[{"version":"2026-04-08"}]\
                        """);
        assertThat(both.versions()).containsOnlyKeys("dev.ucp.shopping.catalog.search");
    }

    @Test
    void aNameOfTheProtocolMeansNothingUnderAnotherAuthority() {
        Capabilities both =
                capabilities(
                        """
                        "dev.ucp.shopping.checkout":[{"version":"2026-04-08",
                          "spec":"https://ucp.dev.example/checkout"}],
                        "dev.ucp.shopping.order":[{"version":"2026-04-08",
                          "spec":"https://ucp.dev/2026-04-08/specification/order",
                          "schema":"https://ucp.dev/2026-04-08/schemas/shopping/order.json"}]\
                        """);
        assertThat(both.versions()).containsOnlyKeys("dev.ucp.shopping.order");
    }

    @Test
    void aNewerBusinessIsAskedForTheReleaseWeKnow() {
        String profile =
                """
                {"ucp":{"version":"2027-01-01","supported_versions":{
                  "2026-01-23":"https://shop.example/ucp-2026-01-23.json",
                  "2026-04-08":"https://shop.example/ucp-2026-04-08.json",
                  "2026-09-01":"https://shop.example/ucp-2026-09-01.json"}}}
                """;
        assertThat(Discovery.elsewhere(Json.parse(profile)))
                .contains(URI.create("https://shop.example/ucp-2026-04-08.json"));
        assertThatThrownBy(() ->
                        Discovery.elsewhere(Json.parse("{\"ucp\":{\"version\":\"2027-01-01\"}}")))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("2027-01-01")
                .hasMessageContaining("2026-04-08");
    }

    private static Capabilities capabilities(String entries) {
        return Capabilities.of(Json.parse("{\"capabilities\":{" + entries + "}}"));
    }

    private static Discovery discovery(String profile) {
        return Discovery.of(Json.parse(profile));
    }
}
