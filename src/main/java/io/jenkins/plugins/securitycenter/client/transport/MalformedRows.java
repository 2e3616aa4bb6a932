package io.jenkins.plugins.securitycenter.client.transport;

/**
 * The number of rows that were changed while reading.
 *
 * @param odd the number of rows with content that JSON does not allow, such as invalid UTF-8, which is replaced by
 *     U+FFFD
 * @param cut the number of rows with a string that was truncated because it is too long to keep in memory
 */
public record MalformedRows(long odd, long cut) {

    public static final MalformedRows NONE = new MalformedRows(0, 0);

    public MalformedRows plus(MalformedRows more) {
        return new MalformedRows(odd + more.odd, cut + more.cut);
    }
}
