package io.jenkins.plugins.securitycenter.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A range of consecutive IP addresses.
 *
 * @param bits 32 for IPv4, 128 for IPv6
 * @param first the first address as a number
 * @param last the last address as a number, inclusive
 */
record AddressRange(int bits, BigInteger first, BigInteger last) implements Comparable<AddressRange> {

    static AddressRange of(byte[] first, byte[] last) {
        return new AddressRange(first.length * Byte.SIZE, new BigInteger(1, first), new BigInteger(1, last));
    }

    static AddressRange network(byte[] address, int prefix) {
        int bits = address.length * Byte.SIZE;
        BigInteger host = BigInteger.ONE.shiftLeft(bits - prefix).subtract(BigInteger.ONE);
        BigInteger first = new BigInteger(1, address).andNot(host);
        return new AddressRange(bits, first, first.or(host));
    }

    /** Returns whether it contains one address only. */
    boolean single() {
        return first.equals(last);
    }

    boolean backwards() {
        return last.compareTo(first) < 0;
    }

    /** Returns whether both ranges overlap or {@code next} starts right after this one. */
    boolean meets(AddressRange next) {
        return bits == next.bits && next.first.compareTo(last.add(BigInteger.ONE)) <= 0;
    }

    /** Returns whether the ranges have at least one address in common. */
    boolean overlaps(AddressRange other) {
        return bits == other.bits && first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }

    AddressRange joined(AddressRange next) {
        return new AddressRange(bits, first.min(next.first), last.max(next.last));
    }

    boolean contains(AddressRange other) {
        return bits == other.bits && first.compareTo(other.first) <= 0 && last.compareTo(other.last) >= 0;
    }

    /** Returns the same addresses in as few ranges as possible, in ascending order. */
    static List<AddressRange> joined(List<AddressRange> ranges) {
        List<AddressRange> joined = new ArrayList<>();
        for (AddressRange range : ranges.stream().sorted().toList()) {
            int end = joined.size() - 1;
            if (end >= 0 && joined.get(end).meets(range)) {
                joined.set(end, joined.get(end).joined(range));
            } else {
                joined.add(range);
            }
        }
        return List.copyOf(joined);
    }

    @Override
    public int compareTo(AddressRange other) {
        int byFamily = Integer.compare(bits, other.bits);
        int byFirst = first.compareTo(other.first);
        return byFamily != 0 ? byFamily : byFirst != 0 ? byFirst : last.compareTo(other.last);
    }
}
