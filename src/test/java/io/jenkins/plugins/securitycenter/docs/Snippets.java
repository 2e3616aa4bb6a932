package io.jenkins.plugins.securitycenter.docs;

/** Makes a whole pipeline of a part of one, as documents show them. */
final class Snippets {

    private Snippets() {}

    /** Puts gates that stand alone into the step to which they belong. */
    static String complete(String text) {
        return text.startsWith("gates: [") ? "securityCenterRecord(" + text.strip() + ")\n" : text;
    }
}
