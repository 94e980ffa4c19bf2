package com.truecart.app.basket.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.truecart.app.basket.web.ListBodies.BasketBody;
import com.truecart.app.basket.web.PlanApi.PlansRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class BasketBodiesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aListLeftOutIsEmpty() {
        assertThat(JSON.readValue("{}", BasketBody.class).wants()).isEmpty();
        assertThat(JSON.readValue("{\"onlyOrderable\": true}", PlansRequest.class).codes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"wants\": [null]}",
                "{\"codes\": [null]}",
                "{\"wants\": [{\"quantity\": 1}]}"
            })
    void aHoleCannotBeRead(String body) {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> JSON.readValue(body, BasketBody.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "SA\0VE", "A\nB"})
    void aCodeIsWhatPeopleCanType(String code) {
        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> ListReader.code(code));
    }
}
