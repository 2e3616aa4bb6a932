package io.jenkins.plugins.securitycenter.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * What every JSON answer of SecurityCenter is wrapped in.
 *
 * @param response the payload; missing when the reader consumed it on the way
 */
public record Envelope(int httpStatus, int errorCode, String errorMessage, List<String> warnings, JsonNode response) {

    public Envelope {
        warnings = List.copyOf(warnings);
        response = response == null ? MissingNode.getInstance() : response;
    }

    /** Whether the server carried out the call. */
    public boolean successful() {
        return httpStatus / 100 == 2 && errorCode == 0;
    }
}
