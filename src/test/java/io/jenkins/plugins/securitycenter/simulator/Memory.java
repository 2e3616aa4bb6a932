package io.jenkins.plugins.securitycenter.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The last few things that took a walk through all findings: counts, groups, orders. Never the findings. */
final class Memory {
    private static final int SIZE = 16;
    private final Map<String, Object> values = new LinkedHashMap<>(SIZE, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) {
            return size() > SIZE;
        }
    };

    /** The remembered value, or a new one. */
    @SuppressWarnings("unchecked") // a key always comes with the same type
    synchronized <T> T get(String key, Supplier<T> maker) {
        Object value = values.get(key);
        if (value == null) {
            value = maker.get();
            values.put(key, value);
        }
        return (T) value;
    }
}
