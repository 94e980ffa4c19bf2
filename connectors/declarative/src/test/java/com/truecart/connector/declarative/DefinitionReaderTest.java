package com.truecart.connector.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException.Misconfigured;
import com.truecart.testkit.LoopbackContext;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake in a definition names the file, the line and what to do. */
class DefinitionReaderTest {
    private static final String SOUND =
            """
            definition: shop
            address: https://shop.example
            answers: json
            currency: EUR
            requests:
              - path: /items?page={page}
                records: $.items[*]
                paging: {by: page}
            fields:
              id: {select: $.id}
              title: {select: $.name, filters: [text]}
              price: {select: $.price, filters: [money]}
            """;

    @Test
    void aSoundDefinitionIsRead() {
        Definition definition = DefinitionReader.read("shop.yaml", SOUND);
        assertThat(definition.fields()).containsOnlyKeys("id", "title", "price");
        assertThat(definition.requests())
                .singleElement()
                .extracting(Definition.Request::paging)
                .isEqualTo(new Definition.Paging.Counted("{page}", 1, 1, Optional.empty()));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "no YAML",
                        "answers: json",
                        "answers: [json",
                        "shop.yaml line",
                        "is not YAML"),
                mistake(
                        "a key twice",
                        "currency: EUR",
                        "currency: EUR\ncurrency: EUR",
                        "line 5",
                        "twice"),
                mistake(
                        "an anchor",
                        "currency: EUR",
                        "currency: &c EUR\nlanguage: *c",
                        "shop.yaml line",
                        "anchor"),
                mistake(
                        "an unknown key",
                        "currency: EUR",
                        "currency: EUR\ncolour: red",
                        "shop.yaml line",
                        "colour"),
                mistake(
                        "no price",
                        "  price: {select: $.price, filters: [money]}\n",
                        "",
                        "line 9 (/fields)",
                        "price"),
                mistake(
                        "an unknown filter",
                        "[money]",
                        "[monney]",
                        "line 12 (/fields/price/filters/0)",
                        "money"),
                mistake(
                        "a filter's argument",
                        "[money]",
                        "[{money: \";\"}]",
                        "line 12 (/fields/price/filters/0",
                        ","),
                mistake(
                        "an expression",
                        "[money]",
                        "[{regex: \"(\"}]",
                        "line 12 (/fields/price/filters/0)",
                        "regular expression"),
                mistake(
                        "a date",
                        "[money]",
                        "[{date: \"yyyy-bb\"}]",
                        "line 12 (/fields/price/filters/0)",
                        "pattern of a date"),
                mistake(
                        "a path",
                        "$.price",
                        "price",
                        "line 12 (/fields/price/select)",
                        "begins with $"),
                mistake(
                        "a step of a path",
                        "$.price",
                        "\"$.price[?(@.x)]\"",
                        "line 12 (/fields/price/select)",
                        "[?(@.x)]"),
                mistake(
                        "css",
                        "answers: json",
                        "answers: html",
                        "line 7 (/requests/0/records)",
                        "CSS"),
                mistake(
                        "no place for the page",
                        "{page}",
                        "1",
                        "line 6 (/requests/0/path)",
                        "{page}"),
                mistake(
                        "no size",
                        "by: page",
                        "by: offset",
                        "line 6 (/requests/0/path)",
                        "{offset}"),
                mistake(
                        "no next address",
                        "by: page",
                        "by: next",
                        "line 8 (/requests/0/paging)",
                        "select"),
                mistake(
                        "a currency",
                        "currency: EUR",
                        "currency: EUX",
                        "line 4 (/currency)",
                        "ISO 4217"),
                mistake(
                        "an address",
                        "https://shop.example",
                        "shop.example",
                        "line 2 (/address)",
                        "pattern"));
    }

    private static Arguments mistake(
            String what, String sound, String broken, String place, String said) {
        return Arguments.of(what, SOUND.replace(sound, broken), place, said);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeNamesFileLineAndRemedy(String what, String text, String place, String said) {
        assertThat(text).as(what).isNotEqualTo(SOUND);
        assertThatThrownBy(() -> DefinitionReader.read("shop.yaml", text))
                .isInstanceOf(DefinitionProblem.class)
                .hasMessageStartingWith("shop.yaml line ")
                .hasMessageContaining(place)
                .hasMessageContaining(said)
                .hasMessageContaining("; ");
    }

    @Test
    void aDefinitionThatIsNotThereNamesThoseThatAre() {
        assertThatThrownBy(() ->
                        new DeclarativeProvider()
                                .open(LoopbackContext.with(Map.of("definition", "nowhere")))
                                .catalog()
                                .page(new Pull.Everything()))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("books-to-scrape, dummyjson");
    }
}
