package io.jenkins.plugins.securitycenter.client.transport;

import io.jenkins.plugins.securitycenter.text.Whitespace;

/** The rules for an API key, which are the same for forms, configuration files and requests. */
public enum ApiKey {
    ACCESS("Access key"),
    SECRET("Secret key");

    private final String label;

    ApiKey(String label) {
        this.label = label;
    }

    /**
     * Returns the key without blanks at its ends.
     *
     * @param text the key as entered; may be null
     * @throws IllegalArgumentException with a sentence for users that does not contain the key
     */
    public String parse(String text) {
        String key = Whitespace.strip(text);
        if (key.isEmpty()) {
            throw new IllegalArgumentException(label + " is missing; copy it from SecurityCenter.");
        }
        // a semicolon would end the key in the header
        if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ';')) {
            throw new IllegalArgumentException(
                    label + " contains a space, a line break or another character that is not"
                            + " allowed in keys; copy it again from SecurityCenter.");
        }
        return key;
    }
}
