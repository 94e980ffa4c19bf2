package com.truecart.search.elastic;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.search.SameAnswers;
import org.junit.jupiter.api.Test;

class SameAnswersTest {

    /** Ten thousand are asked by {@code bin/bench engines}. */
    private static final int QUESTIONS = Integer.getInteger("engines.questions", 500);

    @Test
    void bothEnginesGiveTheSameTotalsFacetsAndOrder() {
        SameAnswers answers =
                SameAnswers.asked(QUESTIONS, Long.getLong("engines.seed", 20_261_127));
        System.out.println(answers.summary());
        assertThat(answers.different()).isEmpty();
    }
}
