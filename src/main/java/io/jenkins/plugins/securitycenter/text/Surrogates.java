package io.jenkins.plugins.securitycenter.text;

/**
 * Replaces unpaired surrogates, which JSON can contain but no encoding can represent. Encoders replace them in
 * different ways, so all text of the server's responses, stored files, exports and digests is normalized here.
 */
public final class Surrogates {

    /** The replacement character. */
    static final char REPLACEMENT = '\uFFFD';

    private Surrogates() {}

    /** Returns the text with each unpaired surrogate replaced by U+FFFD; the same object if there is none. */
    public static String wellFormed(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else {
                changed = changed == null ? new StringBuilder(text) : changed;
                changed.setCharAt(i, REPLACEMENT);
            }
        }
        return changed == null ? text : changed.toString();
    }
}
