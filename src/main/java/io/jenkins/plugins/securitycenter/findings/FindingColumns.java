package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Risk;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.OptionalDouble;

/** The columns of findings that tables show, sort and filter by. Takes 32 bytes for each finding. */
final class FindingColumns {

    static final int EXPLOIT = 1;
    static final int ACCEPTED = 2;
    static final int RECAST = 4;
    static final int SUPPRESSED = 8;
    static final int OVERDUE = 16;
    /** Since format 5. */
    static final int EXPLOIT_UNKNOWN = 32;

    /** A column. The order of the constants is part of the file format. */
    enum Field {
        SEVERITY(1),
        CHANGE(1),
        FLAGS(1),
        /** In tenths; -1 if there is none. */
        CVSS(1),
        /** In tenths; -1 if there is none. */
        VPR(1),
        PORT(2),
        PROTOCOL(2),
        REPOSITORY(2),
        PLUGIN(4),
        HOST(4),
        /** Seconds since 1970 as an unsigned number, valid until 2106; 0 if unknown. */
        FIRST_SEEN(4),
        /** 0 if there is no score. Since format 2. */
        CVSS_VERSION(1),
        /** The bits of a float; not a number if there is none. Since format 2. */
        EPSS(4),
        /** Days since 1970; {@link #NO_DATE} for none. Since format 3. */
        DUE(4);

        private final int width;

        Field(int width) {
            this.width = width;
        }

        private boolean inFormat(int format) {
            return compareTo(format == 1 ? FIRST_SEEN : format == 2 ? EPSS : DUE) <= 0;
        }
    }

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    static final int NO_DATE = Integer.MIN_VALUE;

    private static final long LATEST = 0xFFFF_FFFFL;

    /** The indexes of the parts of a finding in their dictionaries. */
    record Indexes(int plugin, int host, int protocol, int repository) {}

    private final byte[][] data = new byte[Field.values().length][];
    private int rows;

    FindingColumns(int capacity) {
        for (Field field : Field.values()) {
            data[field.ordinal()] = new byte[Math.multiplyExact(capacity, field.width)];
        }
    }

    int rows() {
        return rows;
    }

    /** Removes all rows. */
    void clear() {
        rows = 0;
    }

    int get(Field field, int row) {
        byte[] bytes = data[field.ordinal()];
        return switch (field.width) {
            case 1 -> bytes[row];
            case 2 -> Short.toUnsignedInt((short) SHORTS.get(bytes, row * 2));
            default -> (int) INTS.get(bytes, row * 4);
        };
    }

    void add(RecordedFinding recorded, Indexes indexes) {
        Finding finding = recorded.finding();
        Risk risk = finding.risk();
        set(Field.SEVERITY, finding.severity().ordinal());
        set(Field.CHANGE, recorded.state().ordinal());
        set(Field.FLAGS, FindingCodec.flags(recorded));
        set(Field.CVSS, tenths(risk.cvss()));
        set(Field.VPR, tenths(risk.vpr()));
        set(Field.PORT, finding.port());
        set(Field.PROTOCOL, indexes.protocol());
        set(Field.REPOSITORY, indexes.repository());
        set(Field.PLUGIN, indexes.plugin());
        set(Field.HOST, indexes.host());
        set(Field.FIRST_SEEN, (int) Math.min(
                LATEST, finding.firstSeen().map(Instant::getEpochSecond).orElse(0L)));
        set(Field.CVSS_VERSION, risk.cvssVersion());
        set(Field.EPSS, epss(risk.epssPercent()));
        set(Field.DUE, FindingCodec.day(recorded.dueDate()));
        rows++;
    }

    /** Writes and removes all rows. */
    void drainTo(DataOutput out) throws IOException {
        out.writeInt(rows);
        for (Field field : Field.values()) {
            out.write(data[field.ordinal()], 0, rows * field.width);
        }
        rows = 0;
    }

    /** Appends the rows that {@link #drainTo} of this or an earlier format wrote. */
    void append(DataInputStream in, int format) throws IOException {
        int more = in.readInt();
        for (Field field : Field.values()) {
            if (field.inFormat(format)) {
                in.readFully(data[field.ordinal()], rows * field.width, more * field.width);
            }
        }
        for (int end = rows + more; rows < end; rows++) {
            if (!Field.EPSS.inFormat(format)) {
                set(Field.CVSS_VERSION, 0);
                set(Field.EPSS, epss(OptionalDouble.empty()));
            }
            if (!Field.DUE.inFormat(format)) {
                set(Field.DUE, NO_DATE);
            }
        }
    }

    private void set(Field field, int value) {
        byte[] bytes = data[field.ordinal()];
        switch (field.width) {
            case 1 -> bytes[rows] = (byte) value;
            case 2 -> SHORTS.set(bytes, rows * 2, (short) value);
            default -> INTS.set(bytes, rows * 4, value);
        }
    }

    /** Returns the EPSS score in percent. */
    OptionalDouble epss(int row) {
        float score = Float.intBitsToFloat(get(Field.EPSS, row));
        return Float.isNaN(score)
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(Float.toString(score)));
    }

    private static int epss(OptionalDouble score) {
        return Float.floatToIntBits((float) score.orElse(Double.NaN));
    }

    private static int tenths(OptionalDouble score) {
        return score.isPresent() ? (int) Math.round(Math.max(0, Math.min(10, score.getAsDouble())) * 10) : -1;
    }
}
