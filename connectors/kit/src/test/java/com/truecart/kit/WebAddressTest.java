package com.truecart.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebAddressTest {
    @Test
    void onlyAbsoluteWebAddressesPass() {
        assertThat(WebAddress.of(" https://shop.example/a?b=1 ")).isPresent();
        assertThat(WebAddress.of("HTTP://shop.example")).isPresent();
        for (String refused :
                new String[] {
                    "javascript:alert(1)",
                    "data:text/html,x",
                    "/p/1",
                    "ftp://shop.example",
                    "https:///x",
                    "a b",
                    ""
                }) {
            assertThat(WebAddress.of(refused)).as(refused).isEmpty();
        }
    }
}
