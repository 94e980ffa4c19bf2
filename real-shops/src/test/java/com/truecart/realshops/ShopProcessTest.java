package com.truecart.realshops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir Path folder;

    @BeforeEach
    void needsNode() {
        RealShops.assumeNode();
    }

    @Test
    void aShopThatFailsSaysWhatItPrinted() throws IOException {
        program("console.error('no room on the disk'); process.exit(3);");

        assertThatThrownBy(() -> ShopProcess.start(folder, "shop.js", Map.of(), LIMIT))
                .isInstanceOf(RealShopException.class)
                .hasMessageContaining("no room on the disk");
    }

    @Test
    void aShopThatIsNeverReadyIsStopped() throws IOException {
        program("process.stdin.resume();");

        assertThatThrownBy(
                        () -> ShopProcess.start(folder, "shop.js", Map.of(), Duration.ofSeconds(2)))
                .isInstanceOf(RealShopException.class)
                .hasMessageContaining("not ready after PT2S");
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void itIsToldWhatItNeedsAndEndsWhenClosed() throws IOException {
        program("process.stdin.resume(); console.log('READY ' + process.env.ANSWER);");

        ShopProcess shop = ShopProcess.start(folder, "shop.js", Map.of("ANSWER", "4711"), LIMIT);
        assertThat(shop.port()).isEqualTo(4711);
        assertThat(shop.tail()).isEqualTo("READY 4711");
        shop.close();

        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
    }

    private void program(String text) throws IOException {
        Files.writeString(folder.resolve("shop.js"), text);
    }
}
