package io.jenkins.plugins.securitycenter.findings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The natural order of names: case-insensitive, with embedded numbers compared by value. */
final class NaturalOrder {

    private NaturalOrder() {}

    /** Returns the rank of each name; equal names have equal ranks. */
    static int[] ranks(List<String> names) {
        String[] keys = names.stream().map(NaturalOrder::key).toArray(String[]::new);
        Integer[] order = new Integer[keys.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> keys[one].compareTo(keys[other]));
        int[] ranks = new int[keys.length];
        for (int i = 1; i < order.length; i++) {
            boolean same = keys[order[i]].equals(keys[order[i - 1]]);
            ranks[order[i]] = same ? ranks[order[i - 1]] : i;
        }
        return ranks;
    }

    /** Returns a key whose lexical order is the natural order of names: each number is preceded by its length. */
    private static String key(String name) {
        StringBuilder key = new StringBuilder(name.length() + 8);
        int i = 0;
        while (i < name.length()) {
            int end = i;
            while (end < name.length() && isDigit(name.charAt(end))) {
                end++;
            }
            if (end == i) {
                key.append(name.charAt(i++));
            } else {
                i = appendNumber(key, name, i, end);
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    private static int appendNumber(StringBuilder key, String name, int start, int end) {
        int first = start;
        while (first < end - 1 && name.charAt(first) == '0') {
            first++;
        }
        // after '0', so that numbers sort before letters
        key.append('0').append((char) (end - first)).append(name, first, end);
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
