package io.jenkins.plugins.securitycenter.findings;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A compressed part of a file.
 *
 * @param crc CRC-32 of the compressed bytes
 */
public record FileSection(long offset, int length, int crc) {

    void write(DataOutput out) throws IOException {
        out.writeLong(offset);
        out.writeInt(length);
        out.writeInt(crc);
    }

    static FileSection read(DataInputStream in) throws IOException {
        return new FileSection(in.readLong(), in.readInt(), in.readInt());
    }
}
