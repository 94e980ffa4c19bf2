package com.truecart.connector.pricewatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.kit.phrase.Subject;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every text in ten published days means what a person wrote down for its shape. */
class PhraseShapesTest {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:,\\d{3})*(?:\\.\\d+)?");

    private static final Pattern PLACE =
            Pattern.compile("\\{(\\d)(?:(?<sign>[+-])(?<other>\\d))?}");

    /** The words of a selection, the brand of a product, and how many rows have both. */
    private record Named(String selection, String brand, int rows) {}

    @Test
    void everyPublishedTextMeansWhatIsWrittenDownForItsShape() throws IOException {
        Map<String, String> shapes = shapes();
        Map<String, Integer> texts = new TreeMap<>();
        PublishedData.priced().forEach(row -> texts.merge(row.text(), 1, Integer::sum));
        List<String> unknown = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String text : texts.keySet()) {
            String shape = NUMBER.matcher(text).replaceAll("#");
            String expected = shapes.get(shape);
            if (expected == null) {
                unknown.add(
                        "\""
                                + text
                                + "\": decide what the shape \""
                                + shape
                                + "\" means and write it into shapes.tsv, then teach Phrases");
                continue;
            }
            String meant = numbersIn(expected, text);
            String read =
                    Notation.of(Phrases.BOOK.read(new Subject("P1", PublishedData.DEAR), text));
            if (!read.equals(meant)) {
                wrong.add("\"" + text + "\" means " + meant + ", read as " + read);
            }
        }
        System.out.println(
                texts.size() + " distinct texts in " + shapes.size() + " shapes are checked");
        assertThat(unknown).isEmpty();
        assertThat(wrong).isEmpty();
        assertThat(texts).hasSizeGreaterThan(800);
    }

    @Test
    void aSelectionIsThisOfferOnlyWhereAPersonWroteDownThatItNamesIt() throws IOException {
        Map<String, Map<String, Integer>> found = new TreeMap<>();
        for (PublishedData.Priced row : PublishedData.priced()) {
            List<Promotion> alone =
                    Phrases.BOOK.read(
                            new Subject(row.subject().offerKey(), PublishedData.DEAR), row.text());
            List<Promotion> named = row.readAtAnyPrice();
            for (int i = 0; i < alone.size(); i++) {
                Promotion before = alone.get(i);
                Promotion after = named.get(i);
                if (!before.equals(after)) {
                    assertThat(after.scope()).isEqualTo(new Scope.ThisOffer());
                    assertThat(after.benefit()).isEqualTo(before.benefit());
                    found.computeIfAbsent(selection(before), _ -> new TreeMap<>())
                            .merge(row.subject().brand(), 1, Integer::sum);
                }
            }
        }
        List<Named> asFound = new ArrayList<>();
        found.forEach((selection, brands) ->
                brands.forEach((brand, rows) -> asFound.add(new Named(selection, brand, rows))));
        assertThat(asFound).containsExactlyInAnyOrderElementsOf(named());
    }

    private static String selection(Promotion promotion) {
        if (promotion.scope() instanceof Scope.Unmodelled(String words)) {
            return words;
        }
        throw new AssertionError(promotion + " has no selection");
    }

    @Test
    void theTableItselfIsReadAsWritten() throws IOException {
        assertThat(shapes()).hasSize(60);
        assertThat(numbersIn("{2} of {1+2} at {1-2}, {3}", "7 2 1,000.50"))
                .isEqualTo("2 of 9 at 5, 1000.5");
    }

    @Test
    void ninetySevenInAHundredPublishedRowsAreModelled() {
        int rows = 0;
        int wholly = 0;
        int promotions = 0;
        int modelled = 0;
        Map<String, Integer> slips = new TreeMap<>();
        for (PublishedData.Priced row : PublishedData.priced()) {
            List<Promotion> read = row.read();
            long good = read.stream().filter(Promotion::isModelled).count();
            rows++;
            wholly += good == read.size() ? 1 : 0;
            promotions += read.size();
            modelled += (int) good;
            List<Promotion> atAnyPrice = row.readAtAnyPrice();
            if (good < atAnyPrice.stream().filter(Promotion::isModelled).count()) {
                slips.merge(row.text() + " beside " + row.subject().unitPrice(), 1, Integer::sum);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%,d rows with promotions, %,d of them modelled wholly (%.2f %%); %,d promotions, %,d modelled (%.2f %%)%n",
                rows,
                wholly,
                100.0 * wholly / rows,
                promotions,
                modelled,
                100.0 * modelled / promotions);
        System.out.println("texts that contradict their price, with the number of rows: " + slips);
        assertThat(wholly * 100L).isGreaterThanOrEqualTo(rows * 97L);
        assertThat(slips.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(24);
    }

    private static List<Named> named() throws IOException {
        List<Named> named = new ArrayList<>();
        for (String[] columns : table("named.tsv", 4)) {
            named.add(new Named(columns[0], columns[1], Integer.parseInt(columns[2])));
        }
        return named;
    }

    private static Map<String, String> shapes() throws IOException {
        Map<String, String> shapes = new HashMap<>();
        for (String[] columns : table("shapes.tsv", 3)) {
            assertThat(shapes.put(columns[0], columns[1])).isNull();
        }
        return shapes;
    }

    private static List<String[]> table(String name, int width) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = PhraseShapesTest.class.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                String[] columns = line.split("\t", -1);
                if (columns.length == width) {
                    rows.add(columns);
                } else {
                    assertThat(line).startsWith("# ").doesNotContain("\t");
                }
            }
        }
        return rows;
    }

    /**
     * The meaning with the numbers of the text put in: {1} is the first, {1-2} the first less the
     * second.
     */
    private static String numbersIn(String meaning, String text) {
        List<BigDecimal> numbers =
                NUMBER.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(number -> new BigDecimal(number.replace(",", "")))
                        .toList();
        return PLACE.matcher(meaning)
                .replaceAll(
                        place -> Matcher.quoteReplacement(Notation.plain(value(place, numbers))));
    }

    private static BigDecimal value(MatchResult place, List<BigDecimal> numbers) {
        BigDecimal first = numbers.get(Integer.parseInt(place.group(1)) - 1);
        String sign = place.group("sign");
        if (sign == null) {
            return first;
        }
        BigDecimal other = numbers.get(Integer.parseInt(place.group("other")) - 1);
        return sign.equals("+") ? first.add(other) : first.subtract(other);
    }
}
