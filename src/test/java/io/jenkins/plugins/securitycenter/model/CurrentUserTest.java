package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrentUserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"{'role':{'id':'1'}}", "{'role':{'id':1}}", "{'organization':{'id':0}}", "{'organization':'0'}"})
    void knowsAdministrators(String json) {
        assertThat(CurrentUser.of(Json.attributes(json)).administrator()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{'role':{'id':'2'},'organization':{'id':'1'}}", "{'role':[],'organization':{'id':-1}}"})
    void knowsWhoIsNone(String json) {
        assertThat(CurrentUser.of(Json.attributes(json)).administrator()).isFalse();
    }

    @Test
    void theEndOfThePasswordIsATimeAndNoDuration() {
        String user = "{\"id\":\"2\",\"username\":\"ci\",\"passwordExpires\":\"%s\",\"passwordExpiration\":\"%s\"}";
        assertThat(CurrentUser.of(Json.attributes(user.formatted("true", "1772359200")))
                        .passwordEnd())
                .contains(Instant.ofEpochSecond(1772359200));
        assertThat(CurrentUser.of(Json.attributes(user.formatted("false", "1772359200")))
                        .passwordEnd())
                .isEmpty();
        assertThat(CurrentUser.of(Json.attributes(user.formatted("true", "90"))).passwordEnd())
                .isEmpty();
        assertThat(CurrentUser.of(Json.attributes(user.formatted("true", "-1"))).passwordEnd())
                .isEmpty();
    }
}
