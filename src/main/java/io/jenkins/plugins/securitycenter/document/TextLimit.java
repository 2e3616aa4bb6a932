package io.jenkins.plugins.securitycenter.document;

import io.jenkins.plugins.securitycenter.text.MessageText;

/** The lengths of texts in documents. */
final class TextLimit {

    private static final int NAME = 150;
    private static final int SENTENCE = 300;
    private static final int TEXT = 2_000;

    private TextLimit() {}

    static String name(String text) {
        return MessageText.shortened(text, NAME);
    }

    static String sentence(String text) {
        return MessageText.shortened(text, SENTENCE);
    }

    static String text(String text) {
        return MessageText.shortened(text, TEXT);
    }
}
