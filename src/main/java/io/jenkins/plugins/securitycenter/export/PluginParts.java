package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.model.Plugin;
import java.io.IOException;
import java.util.IdentityHashMap;

/**
 * What a format writes for plugins, as bytes that are created once for all findings of a plugin. Compares plugins by
 * identity, because the findings of a build share them. Keeps a limited number of bytes. Not thread-safe.
 */
final class PluginParts {

    private static final long MOST_BYTES =
            Math.min(8L << 20, Runtime.getRuntime().maxMemory() / 64);

    /** Creates the parts of a plugin; a part that the format does not write is empty. */
    interface Encoder {
        byte[][] encode(Plugin plugin) throws IOException;
    }

    private final Encoder encoder;
    private final long most;
    private final IdentityHashMap<Plugin, byte[][]> known = new IdentityHashMap<>();
    private long bytes;

    PluginParts(Encoder encoder) {
        this(encoder, MOST_BYTES);
    }

    /** @param most the number of bytes from which no more are kept */
    PluginParts(Encoder encoder, long most) {
        this.encoder = encoder;
        this.most = most;
    }

    byte[][] of(Plugin plugin) throws IOException {
        byte[][] parts = known.get(plugin);
        if (parts == null) {
            parts = encoder.encode(plugin);
            keep(plugin, parts);
        }
        return parts;
    }

    private void keep(Plugin plugin, byte[][] parts) {
        if (bytes >= most) {
            known.clear();
            bytes = 0;
        }
        for (byte[] part : parts) {
            bytes += part.length;
        }
        known.put(plugin, parts);
    }
}
