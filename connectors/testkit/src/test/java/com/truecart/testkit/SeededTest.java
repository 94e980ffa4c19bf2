package com.truecart.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeededTest {
    @Test
    void theSameSeedGivesTheSameRounds() {
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        Seeded.rounds(5, 42, random -> first.add(random.nextInt(1000)));
        Seeded.rounds(5, 42, random -> second.add(random.nextInt(1000)));
        assertThat(second).isEqualTo(first);
        assertThat(first.stream().distinct().count()).isGreaterThan(1);
    }

    @Test
    void aFailureNamesSeedAndRoundAndThatRoundFailsAlone() {
        Seeded.Claim belowNineHundred = random -> assertThat(random.nextInt(1000)).isLessThan(900);
        List<Integer> drawn = new ArrayList<>();
        Seeded.rounds(100, 7, random -> drawn.add(random.nextInt(1000)));
        int failing = drawn.indexOf(drawn.stream().filter(n -> n >= 900).findFirst().orElseThrow());

        assertThatThrownBy(() -> Seeded.rounds(100, 7, belowNineHundred))
                .hasMessageContaining("round " + failing + " of seed 7");
        assertThatThrownBy(() -> Seeded.round(failing, 7, belowNineHundred))
                .isInstanceOf(AssertionError.class);
    }
}
