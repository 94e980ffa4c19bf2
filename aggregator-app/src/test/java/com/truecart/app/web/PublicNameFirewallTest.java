package com.truecart.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;

/** By which name what is reached. */
class PublicNameFirewallTest {
    private static final HttpFirewall FIREWALL = firewall("https://cart.example/");

    @ParameterizedTest
    @CsvSource({
        "localhost, /connections",
        "localhost, /hooks/corner",
        "cart.example, /hooks/corner",
    })
    void ownNamesLeadEverywhereAndThePublicOneToTheHooks(String name, String path) {
        assertThat(passes(FIREWALL, request(name, path))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "cart.example, /",
        "cart.example, /connections",
        "cart.example, /api/v1/connections",
        "cart.example, /hooks",
        "cart.example, /hooksome/x",
        "cart.example, /hooks/../connections",
        "cart.example, /hooks/%2e%2e/connections",
        "cart.example, /hooks//connections",
        "other.example, /hooks/corner",
        "other.example, /",
    })
    void anythingElseIsAnsweredAsAnUnknownNameIs(String name, String path) {
        assertThatExceptionOfType(RequestRejectedException.class)
                .isThrownBy(() -> FIREWALL.getFirewalledRequest(request(name, path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", ""})
    void aNameThatIsListedLeadsEverywhereWhateverThePublicAddressIs(String publicAddress) {
        assertThat(passes(firewall(publicAddress), request("localhost", "/connections"))).isTrue();
    }

    @Test
    void anErrorIsToldUnderTheNameItWasAskedBy() {
        assertThat(passes(FIREWALL, failed("/hooks/corner"))).isTrue();
        assertThat(passes(FIREWALL, failed("/connections"))).isFalse();
    }

    private static HttpFirewall firewall(String publicAddress) {
        return new SecurityConfiguration().firewall(Set.of("localhost"), publicAddress);
    }

    private static boolean passes(HttpFirewall firewall, MockHttpServletRequest request) {
        return catchThrowable(() -> firewall.getFirewalledRequest(request)) == null;
    }

    private static MockHttpServletRequest request(String name, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setServerName(name);
        return request;
    }

    private static MockHttpServletRequest failed(String path) {
        MockHttpServletRequest request = request("cart.example", "/error");
        request.setDispatcherType(DispatcherType.ERROR);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, path);
        return request;
    }
}
