package io.jenkins.plugins.securitycenter.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Attributes from JSON written with single quotes. */
public final class Json {

    private Json() {}

    public static Attributes attributes(String json) {
        try {
            return Attributes.of(new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
