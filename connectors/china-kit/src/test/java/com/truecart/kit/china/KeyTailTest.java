package com.truecart.kit.china;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KeyTailTest {

    @Test
    void whatChangesFromCallToCallIsLeftOut() {
        assertThat(KeyTail.of("aX91_K7pQ", '_', "itemId")).isEqualTo("K7pQ");
        assertThat(KeyTail.of("AbC12xyz-7Kq9LmN3pQ", '-', "item_id")).isEqualTo("7Kq9LmN3pQ");
    }

    @Test
    void anIdOfOnePartIsRefused() {
        assertThatThrownBy(() -> KeyTail.of("K7pQ", '_', "itemId"))
                .hasMessageStartingWith("itemId: ");
        assertThatThrownBy(() -> KeyTail.of("aX91_", '_', "itemId"))
                .hasMessageStartingWith("itemId: ");
    }
}
