package io.jenkins.plugins.securitycenter.client;

/** The rules for one of the two API keys, the same for forms, configuration files and calls. */
public enum ApiKey {
    ACCESS("Access key"),
    SECRET("Secret key");

    private final String label;

    ApiKey(String label) {
        this.label = label;
    }

    /**
     * The key without what may have been copied along at its ends.
     *
     * @param text may be null
     * @throws IllegalArgumentException with a sentence that does not show the key
     */
    public String parse(String text) {
        String key = Blanks.strip(text);
        if (key.isEmpty()) {
            throw new IllegalArgumentException(label + " is missing; copy it from SecurityCenter.");
        }
        // a semicolon ends the key in the header
        if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ';')) {
            throw new IllegalArgumentException(
                    label + " contains a space, a line break or another character that is not"
                            + " allowed in keys; copy it again from SecurityCenter.");
        }
        return key;
    }
}
