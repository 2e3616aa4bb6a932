package io.jenkins.plugins.securitycenter.fix;

import io.jenkins.plugins.securitycenter.model.FieldDigest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What resolves the findings of a plugin. Fixes with the same ID are the same fix, but may name different versions: the
 * one with the highest version resolves the findings of all.
 *
 * @param id identifies the fix in all builds: 32 hexadecimal digits, or {@link #NO_SOLUTION}
 * @param product what is changed, for users: {@code RHEL 8: kernel}; empty if the solution says it
 * @param version the version from which on the findings are resolved, if versions of this fix can be compared
 */
public record Fix(String id, String product, Optional<VersionNumber> version) {

    /** The ID of all findings for which no solution is known. */
    public static final String NO_SOLUTION = "none";

    static final Fix NONE = new Fix(NO_SOLUTION, "", Optional.empty());

    /** Creates a fix that is identified by these fields. */
    static Fix of(String product, Optional<VersionNumber> version, String... key) {
        FieldDigest.Value digest = FieldDigest.PLAIN.value(Stream.of(key)
                .map(field -> field.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new));
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(digest.first())
                .putLong(digest.second())
                .array();
        return new Fix(HexFormat.of().formatHex(bytes), product, version);
    }

    public boolean known() {
        return !id.equals(NO_SOLUTION);
    }

    /** Returns whether this fix, which has the same ID, names a higher version than the other one. */
    public boolean supersedes(Fix other) {
        return version.isPresent()
                && other.version().isPresent()
                && VersionNumber.ORDER.compare(version.get(), other.version().get()) > 0;
    }
}
