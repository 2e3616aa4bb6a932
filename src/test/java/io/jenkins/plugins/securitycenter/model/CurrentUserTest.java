package io.jenkins.plugins.securitycenter.model;

import static org.assertj.core.api.Assertions.assertThat;

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
}
