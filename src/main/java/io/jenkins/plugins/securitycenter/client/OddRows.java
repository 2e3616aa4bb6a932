package io.jenkins.plugins.securitycenter.client;

/**
 * Rows that could not be taken over as they came.
 *
 * @param odd how many had what JSON does not allow, such as bytes that are not UTF-8, which became U+FFFD
 * @param cut how many had a text that is too long to be kept in memory, of which only the beginning was taken
 */
public record OddRows(long odd, long cut) {

    static final OddRows NONE = new OddRows(0, 0);

    OddRows plus(OddRows more) {
        return new OddRows(odd + more.odd, cut + more.cut);
    }
}
