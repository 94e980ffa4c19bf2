package com.truecart.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.Levels;
import com.truecart.spi.Levels.Level;
import com.truecart.testkit.corner.CornerProvider;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class LevelsTest {

    @Test
    void aKindStatesItsLevelsInItsJar() {
        assertThat(Levels.of(new CornerProvider()).orElseThrow().of(Capability.ORDERS))
                .isEqualTo(Level.CONTRACT);
    }

    @Test
    void whatTheFileIsSilentAboutIsDeclared() throws IOException {
        Levels levels = read("# a comment\nCATALOG = real-shop\n");
        assertThat(levels.of(Capability.CATALOG)).isEqualTo(Level.REAL_SHOP);
        assertThat(levels.of(Capability.ORDERS)).isEqualTo(Level.DECLARED);
    }

    @Test
    void anUnknownWordIsNamed() {
        assertThatThrownBy(() -> read("CATALOG=certified"))
                .hasMessage(
                        "a.properties: CATALOG: expected declared, contract or real-shop, found"
                                + " 'certified'");
        assertThatThrownBy(() -> read("CATALOGUE=contract"))
                .hasMessage("a.properties: no capability is called CATALOGUE");
    }

    private static Levels read(String text) throws IOException {
        return Levels.read("a.properties", new StringReader(text));
    }
}
