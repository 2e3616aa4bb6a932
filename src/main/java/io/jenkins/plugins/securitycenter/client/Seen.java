package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.model.FindingKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The findings of the last few pages, among which one that comes again can be: rows do not move far at a time. */
final class Seen {

    private static final int PAGES = 3;

    private final Deque<Set<FindingKey>> pages = new ArrayDeque<>();

    void nextPage() {
        pages.addFirst(new HashSet<>());
        if (pages.size() > PAGES) {
            pages.removeLast();
        }
    }

    /** Notes a finding of the present page; returns whether it is on none of the pages yet. */
    boolean add(FindingKey key) {
        return pages.stream().skip(1).noneMatch(page -> page.contains(key))
                && pages.getFirst().add(key);
    }
}
