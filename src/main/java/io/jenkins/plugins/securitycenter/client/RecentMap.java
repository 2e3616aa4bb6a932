package io.jenkins.plugins.securitycenter.client;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that keeps the entries that were used last. */
public final class RecentMap<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;
    private static final int CAPACITY = 16;
    private static final float LOAD_FACTOR = 0.75F;

    private final int limit;

    /** @param limit the maximum number of entries */
    public RecentMap(int limit) {
        super(CAPACITY, LOAD_FACTOR, true);
        this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > limit;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
