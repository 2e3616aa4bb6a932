package io.jenkins.plugins.securitycenter.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses that a scan's {@code ipList} names; counted, never listed. */
record Targets(String ipList, List<Block> blocks) {
    private static final String IP = "(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})";
    private static final Pattern RANGE = Pattern.compile(IP + "(?:/(\\d{1,2})|-" + IP + ")?");

    /** A run of addresses, or one host known by its name. */
    record Block(long first, long size, String name) {}

    /** Reads addresses, CIDRs, ranges and host names, comma- or line-separated. */
    static Targets parse(String ipList) {
        List<Block> blocks = new ArrayList<>();
        for (String part : ipList.split("[,\\s]+")) {
            if (!part.isBlank()) {
                blocks.add(block(part));
            }
        }
        return new Targets(ipList, List.copyOf(blocks));
    }

    private static Block block(String part) {
        Matcher range = RANGE.matcher(part);
        if (!range.matches()) {
            long address = (10L << 24) + (15 << 20) + Hash.below(1 << 20, Hash.of(part.hashCode()));
            return new Block(address, 1, part);
        }
        long first = address(range, 1);
        if (range.group(5) != null) {
            int bits = 32 - Math.min(32, Integer.parseInt(range.group(5)));
            long network = first >> bits << bits;
            return new Block(network, 1L << bits, "");
        }
        return range.group(6) == null
                ? new Block(first, 1, "")
                : new Block(first, Math.max(1, address(range, 6) - first + 1), "");
    }

    private static long address(Matcher matcher, int group) {
        long address = 0;
        for (int i = 0; i < 4; i++) {
            address = address << 8 | Math.min(255, Integer.parseInt(matcher.group(group + i)));
        }
        return address;
    }

    /** The number of addresses. */
    long size() {
        return blocks.stream().mapToLong(Block::size).sum();
    }

    /** The address at a position as a number, from 0 to {@link #size} - 1. */
    long address(long position) {
        Block block = blocks.get(0);
        long rest = position;
        for (int i = 0; i < blocks.size() && rest >= (block = blocks.get(i)).size(); i++) {
            rest -= block.size();
        }
        return block.first() + rest;
    }

    /** The name that the host at a position was given in the list, or the empty text. */
    String name(long position) {
        long rest = position;
        for (Block block : blocks) {
            if (rest < block.size()) {
                return block.name();
            }
            rest -= block.size();
        }
        return "";
    }

    /** The addresses of some positions as ranges, comma-separated. */
    String ranges(long from, long to) {
        List<String> ranges = new ArrayList<>();
        long before = 0;
        for (Block block : blocks) {
            long first = Math.max(from - before, 0);
            long last = Math.min(to - before, block.size()) - 1;
            if (first == last) {
                ranges.add(text(block.first() + first));
            } else if (first < last) {
                ranges.add(text(block.first() + first) + "-" + text(block.first() + last));
            }
            before += block.size();
        }
        return String.join(",", ranges);
    }

    /** Whether an address is among them. */
    boolean contain(long address) {
        return blocks.stream().anyMatch(block -> address >= block.first() && address < block.first() + block.size());
    }

    /** Whether some address is among both. */
    boolean overlap(Targets other) {
        return blocks.stream()
                .anyMatch(mine -> other.blocks.stream()
                        .anyMatch(its ->
                                mine.first() < its.first() + its.size() && its.first() < mine.first() + mine.size()));
    }

    static String text(long address) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }
}
