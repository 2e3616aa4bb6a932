package io.jenkins.plugins.securitycenter.remediation;

import java.util.List;

/**
 * Joins groups of hosts until there are few enough, always the two with the least waste. Remembers the best partner of
 * each group, because there can be thousands of them. Not thread-safe.
 */
final class GroupMerger {

    private static final int NONE = -1;

    private final List<HostGroup> groups;
    private final int[] partners;
    private final long[] wastes;

    /** @param groups changed by this */
    GroupMerger(List<HostGroup> groups) {
        this.groups = groups;
        partners = new int[groups.size()];
        wastes = new long[groups.size()];
    }

    /** Returns at most that many groups, unless they are in more repositories. */
    List<HostGroup> merge(int most) {
        if (groups.size() > most) {
            for (int group = 0; group < groups.size(); group++) {
                findPartner(group);
            }
        }
        while (groups.size() > most) {
            int best = best();
            if (best == NONE) {
                break;
            }
            join(best, partners[best]);
        }
        return groups;
    }

    /** Finds the best partner among the groups behind this one. */
    private void findPartner(int group) {
        partners[group] = NONE;
        for (int other = group + 1; other < groups.size(); other++) {
            consider(group, other);
        }
    }

    private void consider(int group, int other) {
        long waste = groups.get(group).waste(groups.get(other));
        if (waste >= 0 && (partners[group] == NONE || waste < wastes[group])) {
            partners[group] = other;
            wastes[group] = waste;
        }
    }

    private int best() {
        int best = NONE;
        for (int group = 0; group < groups.size(); group++) {
            if (partners[group] != NONE && (best == NONE || wastes[group] < wastes[best])) {
                best = group;
            }
        }
        return best;
    }

    /** Joins a group with one behind it, which the last group replaces. */
    private void join(int first, int second) {
        int last = groups.size() - 1;
        groups.set(first, groups.get(first).with(groups.get(second)));
        groups.set(second, groups.get(last));
        groups.remove(last);
        for (int group = 0; group < last; group++) {
            int partner = partners[group];
            if (group == first || group == second || partner == first || partner == second || partner == last) {
                findPartner(group);
            } else if (group < first || group < second) {
                improve(group, first, second);
            }
        }
    }

    /** The two groups have changed, so they may be better partners than before. */
    private void improve(int group, int first, int second) {
        if (group < first) {
            consider(group, first);
        }
        if (group < second && second < groups.size()) {
            consider(group, second);
        }
    }
}
