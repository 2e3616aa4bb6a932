package io.jenkins.plugins.securitycenter.client;

/**
 * The number of rows that were changed while reading.
 *
 * @param odd the number of rows with content that JSON does not allow, such as invalid UTF-8, which is replaced by
 *     U+FFFD
 * @param cut the number of rows with a string that was truncated because it is too long to keep in memory
 */
public record OddRows(long odd, long cut) {

    static final OddRows NONE = new OddRows(0, 0);

    OddRows plus(OddRows more) {
        return new OddRows(odd + more.odd, cut + more.cut);
    }
}
