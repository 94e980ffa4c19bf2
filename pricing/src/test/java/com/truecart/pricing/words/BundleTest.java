package com.truecart.pricing.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.pricing.PriceStep;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of both languages. */
class BundleTest {

    private static final Properties ENGLISH = read("words.properties");
    private static final Properties CHINESE = read("words_zh_CN.properties");

    /** Made of a first half and a category of an English number. */
    private static final Set<String> ORDINALS =
            Set.of("ordinal.one", "ordinal.two", "ordinal.few", "ordinal.other");

    /** Made of a list's name and the place in it. */
    private static final Pattern LIST = Pattern.compile("(.+)\\.(?:more|last)");

    @Test
    void bothLanguagesHoldTheSameKeys() {
        assertThat(new TreeSet<>(CHINESE.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(ENGLISH.stringPropertyNames()));
    }

    @Test
    void everyTextIsSaidSomewhere() {
        String code = sources();
        for (String key : ENGLISH.stringPropertyNames()) {
            var list = LIST.matcher(key);
            boolean isOfList = list.matches() && code.contains('"' + list.group(1) + '"');
            assertThat(ORDINALS.contains(key) || isOfList || code.contains('"' + key + '"'))
                    .as(key)
                    .isTrue();
        }
    }

    @Test
    void everyOrdinalHasItsEnding() {
        Lexicon lexicon = new Lexicon(Locale.ENGLISH);
        assertThat(Stream.of(1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111).map(lexicon::ordinal))
                .containsExactly(
                        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd",
                        "101st", "111th");
    }

    @Test
    void anApostropheWouldSwitchPlaceholdersOff() {
        assertThat(ENGLISH.values()).noneMatch(text -> text.toString().contains("'"));
        assertThat(CHINESE.values()).noneMatch(text -> text.toString().contains("'"));
    }

    private static Properties read(String name) {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        PriceStep.class.getResourceAsStream("words/" + name),
                        StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static String sources() {
        Path folder =
                Path.of(
                        System.getProperty("truecart.root", ".."),
                        "pricing/src/main/java/com/truecart/pricing/words");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(BundleTest::text).collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
