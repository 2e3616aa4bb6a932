package io.jenkins.plugins.securitycenter.model;

/**
 * Texts without halves of surrogate pairs, which JSON can contain and no encoding can express. Encoders replace them in
 * ways of their own, so it is done here, in one way for the server's answers, stored files, exports and digests.
 */
public final class Unicode {

    /** What stands for a character that cannot be expressed. */
    public static final char REPLACEMENT = '\uFFFD';

    private Unicode() {}

    /** The text with each half of a surrogate pair replaced by U+FFFD; the same object when it has none. */
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
