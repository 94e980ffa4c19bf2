package com.truecart.app.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Money;
import com.truecart.search.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.util.UriComponentsBuilder;

class SearchFormTest {

    @Test
    void anEmptyAddressAsksForEverything() {
        SearchForm form = SearchForm.read(new LinkedMultiValueMap<>());
        assertThat(form.isFiltered()).isFalse();
        assertThat(form.query().text()).isEmpty();
        assertThat(form.query().page()).isZero();
    }

    @Test
    void theAddressOfAPageAsksTheSameQuestion() {
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        asked.add("q", "50% & more 米+");
        asked.add("min", "12.90");
        asked.add("store", "harbour/shop");
        asked.add("store", "watch/NORTH");
        asked.add("brand", "Head & Shoulders");
        asked.add("inStock", "yes");
        asked.add("sort", "price");
        SearchForm form = SearchForm.read(asked);
        SearchForm again = SearchForm.read(parametersOf(form.addressOfPage(3)));
        assertThat(again.addressOfPage(1)).isEqualTo(form.addressOfPage(1));
        assertThat(again.page()).isEqualTo(3);
        assertThat(again.text()).isEqualTo("50% & more 米+");
        assertThat(again.brands()).containsExactly("Head & Shoulders");
        assertThat(again.least()).contains(Money.of(1290, "HKD"));
        assertThat(again.sort()).isEqualTo(Sort.PRICE);
    }

    @Test
    void takingOneStoreAwayKeepsTheOther() {
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        asked.add("store", "a/1");
        asked.add("store", "b/2");
        String address = SearchForm.read(asked).addressWithout("store", "a/1");
        assertThat(SearchForm.read(parametersOf(address)).stores()).containsExactly("b/2");
    }

    @ParameterizedTest
    @CsvSource({
        "min, cheap",
        "min, -1",
        "max, 1.999",
        "max, 1e9",
        "sort, best",
        "page, 0",
        "page, 417",
        "page, x"
    })
    void whatCannotBeReadIsRefusedByName(String field, String value) {
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        asked.add(field, value);
        assertThatThrownBy(() -> SearchForm.read(asked).query())
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining(field + ": must be");
    }

    private static MultiValueMap<String, String> parametersOf(String address) {
        MultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUriString(address)
                .build(true)
                .getQueryParams()
                .forEach((name, values) ->
                        values.forEach(value ->
                                decoded.add(
                                        name,
                                        java.net.URLDecoder.decode(
                                                value, java.nio.charset.StandardCharsets.UTF_8))));
        return decoded;
    }
}
