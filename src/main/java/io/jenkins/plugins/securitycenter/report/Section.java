package io.jenkins.plugins.securitycenter.report;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A compressed part of a file.
 *
 * @param crc CRC-32 of the compressed bytes
 */
record Section(long offset, int length, int crc) {

    void write(DataOutput out) throws IOException {
        out.writeLong(offset);
        out.writeInt(length);
        out.writeInt(crc);
    }

    static Section read(DataInputStream in) throws IOException {
        return new Section(in.readLong(), in.readInt(), in.readInt());
    }
}
