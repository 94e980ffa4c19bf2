package com.truecart.pricing;

import static com.truecart.pricing.profile.Arithmetic.Spread.BACKWARD;
import static com.truecart.pricing.profile.Arithmetic.Spread.CARRIED;
import static com.truecart.pricing.profile.Arithmetic.Spread.DOWN_FIRST_TAKE_REST;
import static com.truecart.pricing.profile.Arithmetic.Spread.DOWN_LAST_TAKES_REST;
import static com.truecart.pricing.profile.Arithmetic.Spread.EQUAL_PER_UNIT;
import static com.truecart.pricing.profile.Arithmetic.Spread.FIRST_TAKE_REST;
import static com.truecart.pricing.profile.Arithmetic.Spread.GROSS_REMAINDER_LAST;
import static com.truecart.pricing.profile.Arithmetic.Spread.HALF_EVEN_FIRST_TAKES_REST;
import static com.truecart.pricing.profile.Arithmetic.Spread.LARGEST_REMAINDER;
import static com.truecart.pricing.profile.Arithmetic.Spread.LAST_TAKES_REST;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.pricing.profile.Arithmetic.Spread;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gets the odd cent where one amount is divided over several lines. */
class SpreadsTest {

    @ParameterizedTest
    @EnumSource
    void nothingIsTakenOffLinesThatCostNothing(Spread spread) {
        assertThat(divided(spread, 5, costs(0, 0))).containsExactly(0, 0);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsDividedIntoNothing(Spread spread) {
        assertThat(divided(spread, 0, costs(5, 3))).containsExactly(0, 0);
    }

    @ParameterizedTest
    @EnumSource
    void oneLineTakesTheWhole(Spread spread) {
        assertThat(divided(spread, 7, costs(100))).containsExactly(7);
    }

    @ParameterizedTest
    @EnumSource
    void theWholePriceOfAllLinesTakesEachLinesPrice(Spread spread) {
        assertThat(divided(spread, 120, costs(70, 50))).containsExactly(70, 50);
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotFitOnItsLineIsLost(Spread spread) {
        long[] shares = Spreads.over(spread, 10, costs(2, 3), units(2), costs(5, 5), at(2));
        assertThat(shares).containsExactly(2, 3);
    }

    @Test
    void theLargestRemainderGoesFirstAndTheEarlierOfEquals() {
        assertThat(divided(LARGEST_REMAINDER, 10, costs(10, 10, 10))).containsExactly(4, 3, 3);
        // 3.5, 2.1 and 1.4
        assertThat(divided(LARGEST_REMAINDER, 7, costs(5, 3, 2))).containsExactly(4, 2, 1);
        // 1.2, 1.2 and 0.6
        assertThat(divided(LARGEST_REMAINDER, 3, costs(4, 4, 2))).containsExactly(1, 1, 1);
    }

    @Test
    void theFirstLinesThatCostSomethingTakeTheRest() {
        assertThat(divided(DOWN_FIRST_TAKE_REST, 11, costs(10, 10, 10))).containsExactly(4, 4, 3);
        assertThat(divided(DOWN_FIRST_TAKE_REST, 3, costs(0, 10, 10))).containsExactly(0, 2, 1);
    }

    @Test
    void theLastLineTakesTheRest() {
        // 3.67 each
        assertThat(divided(DOWN_LAST_TAKES_REST, 11, costs(20, 20, 20))).containsExactly(3, 3, 5);
        assertThat(divided(LAST_TAKES_REST, 11, costs(20, 20, 20))).containsExactly(4, 4, 3);
    }

    @Test
    void theFirstLinesTakeOrGiveWhatHalfDownLeft() {
        // 1.5 each, half down: two are left over
        assertThat(divided(FIRST_TAKE_REST, 6, costs(9, 9, 9, 9))).containsExactly(2, 2, 1, 1);
        // 1.67 each, rounded up: one too many
        assertThat(divided(FIRST_TAKE_REST, 5, costs(9, 9, 9))).containsExactly(1, 2, 2);
        // a third each is nothing, and then all is nothing
        assertThat(divided(FIRST_TAKE_REST, 1, costs(9, 9, 9))).containsExactly(0, 0, 0);
    }

    @Test
    void anErrorIsCarriedToTheNextLine() {
        // up to each line 3.33, 6.67 and 10
        assertThat(divided(CARRIED, 10, costs(9, 9, 9))).containsExactly(3, 4, 3);
    }

    @Test
    void fromTheLastLineToTheFirstEachIsCutOfWhatIsLeft() {
        // a third of 11, half of 8, the rest
        assertThat(divided(BACKWARD, 11, costs(9, 9, 9))).containsExactly(4, 4, 3);
        assertThat(divided(BACKWARD, 11, costs(0, 9, 9))).containsExactly(0, 6, 5);
    }

    @Test
    void whatHalfEvenLeftGoesToTheFirstLineWithRoom() {
        // 2.5 each, half even: one is missing
        assertThat(divided(HALF_EVEN_FIRST_TAKES_REST, 5, costs(9, 9))).containsExactly(3, 2);
        long[] full =
                Spreads.over(
                        HALF_EVEN_FIRST_TAKES_REST, 5, costs(2, 9), units(2), costs(9, 9), at(2));
        assertThat(full).containsExactly(2, 3);
    }

    @Test
    void whatHalfEvenGaveTooMuchIsTakenBackFromTheLastThatHasAny() {
        // 1.5 each, half even: two too many
        assertThat(divided(HALF_EVEN_FIRST_TAKES_REST, 6, costs(9, 9, 9, 9)))
                .containsExactly(2, 2, 1, 1);
        assertThat(divided(HALF_EVEN_FIRST_TAKES_REST, 3, costs(9, 9, 0))).containsExactly(2, 1, 0);
    }

    @Test
    void ofSharesRoundedUpTheOneRoundedUpMostGivesBackFirst() {
        assertThat(divided(GROSS_REMAINDER_LAST, 10, costs(9, 9, 9))).containsExactly(3, 3, 4);
        // 3.5, 2.1 and 1.4: the second was rounded up by most, then the third
        assertThat(divided(GROSS_REMAINDER_LAST, 7, costs(50, 30, 20))).containsExactly(4, 2, 1);
        // 1.25 four times: three are too many, each from another line
        assertThat(divided(GROSS_REMAINDER_LAST, 5, costs(9, 9, 9, 9))).containsExactly(1, 1, 1, 2);
    }

    @Test
    void everyUnitTakesTheSameAsFarAsItsLineHasIt() {
        long[] perUnit =
                Spreads.over(
                        EQUAL_PER_UNIT,
                        10,
                        costs(100, 100),
                        new int[] {2, 1},
                        costs(100, 100),
                        at(2));
        assertThat(perUnit).as("3 for each unit, and the odd cent").containsExactly(7, 3);
        assertThat(divided(EQUAL_PER_UNIT, 10, costs(2, 100)))
                .as("what the first cannot bear goes to the second")
                .containsExactly(2, 8);
        assertThat(divided(EQUAL_PER_UNIT, 10, costs(100, 2, 100)))
                .as("3 each, then 2 each, then the odd cent")
                .containsExactly(4, 2, 4);
    }

    @Test
    void theLastCentsAreHandedOutInOneRoundAndWhatFindsNoRoomIsLost() {
        long[] shares =
                Spreads.over(
                        EQUAL_PER_UNIT, 5, costs(2, 100), new int[] {5, 1}, costs(2, 100), at(2));
        assertThat(shares).containsExactly(2, 1);
    }

    @Test
    void linesAreServedInTheOrderTheyAreNamed() {
        long[] shares =
                Spreads.over(
                        DOWN_FIRST_TAKE_REST,
                        5,
                        costs(9, 9),
                        units(2),
                        costs(9, 9),
                        new int[] {1, 0});
        assertThat(shares).containsExactly(2, 3);
    }

    @Test
    void amountsOfAnySizeAreDividedExactly() {
        long huge = 4_000_000_000_000_000_000L;
        assertThat(divided(LARGEST_REMAINDER, huge / 2 + 1, costs(huge / 2, huge / 2)))
                .containsExactly(huge / 4 + 1, huge / 4);
    }

    private static long[] divided(Spread spread, long amount, long[] costs) {
        return Spreads.over(spread, amount, costs, units(costs.length), costs, at(costs.length));
    }

    private static long[] costs(long... each) {
        return each;
    }

    private static int[] units(int lines) {
        int[] one = new int[lines];
        Arrays.fill(one, 1);
        return one;
    }

    private static int[] at(int lines) {
        return IntStream.range(0, lines).toArray();
    }
}
