package io.jenkins.plugins.securitycenter.simulator;

import java.util.List;

/** A list of findings that makes each one when it is asked for. */
interface Rows {
    /** The number of findings. */
    int size();

    /** The finding at a position. */
    Row row(int index);

    /** Two lists with the same key are equal, so that what was counted once need not be counted again. */
    String key();

    /** Several lists, one after the other. */
    static Rows joined(List<? extends Rows> parts) {
        return new Joined(parts);
    }

    /** The rows at the given positions of another list. */
    static Rows selected(Rows all, int[] positions, String key) {
        return new Selected(all, positions, key);
    }

    /** See {@link #joined}. */
    record Joined(List<? extends Rows> parts) implements Rows {
        @Override
        public int size() {
            return parts.stream().mapToInt(Rows::size).sum();
        }

        @Override
        public Row row(int index) {
            int rest = index;
            for (Rows part : parts) {
                if (rest < part.size()) {
                    return part.row(rest);
                }
                rest -= part.size();
            }
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public String key() {
            return String.join("+", parts.stream().map(Rows::key).toList());
        }
    }

    /** See {@link #selected}. */
    record Selected(Rows all, int[] positions, String key) implements Rows {
        @Override
        public int size() {
            return positions.length;
        }

        @Override
        public Row row(int index) {
            return all.row(positions[index]);
        }
    }
}
