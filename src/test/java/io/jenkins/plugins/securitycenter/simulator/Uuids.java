package io.jenkins.plugins.securitycenter.simulator;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The uuid fields of newer versions: the same object always has the same one. */
final class Uuids {
    private Uuids() {}

    static String of(String kind, String name) {
        byte[] key = (kind + "/" + name).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(key).toString().toUpperCase(java.util.Locale.ROOT);
    }
}
