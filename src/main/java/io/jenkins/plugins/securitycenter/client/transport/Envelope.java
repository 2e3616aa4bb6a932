package io.jenkins.plugins.securitycenter.client.transport;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The envelope of every JSON response of SecurityCenter.
 *
 * @param response the payload; a missing node if it was already consumed while reading
 */
public record Envelope(int httpStatus, int errorCode, String errorMessage, List<String> warnings, JsonNode response) {

    public Envelope {
        warnings = List.copyOf(warnings);
    }

    /** Returns whether the request succeeded. */
    boolean successful() {
        return httpStatus / 100 == 2 && errorCode == 0;
    }
}
