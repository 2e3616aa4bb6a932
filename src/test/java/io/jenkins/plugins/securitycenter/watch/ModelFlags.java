package io.jenkins.plugins.securitycenter.watch;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells situations apart that differ only in what a run remembers beside its state, whatever its fields are. */
final class ModelFlags {

    private static final Set<Class<?>> ELSEWHERE = Set.of(WatchServices.class, RunState.class, RunOwner.class);
    private static final Map<Class<?>, List<Field>> FIELDS = new ConcurrentHashMap<>();

    private ModelFlags() {}

    static void describe(StringBuilder text, Object object, Instant now) {
        for (Field field : FIELDS.computeIfAbsent(object.getClass(), ModelFlags::fields)) {
            Object value = value(field, object);
            if (value instanceof Boolean flag) {
                text.append(flag ? '1' : '0');
            } else if (value instanceof Collection<?> all) {
                text.append(all.size());
            } else if (value instanceof Map<?, ?> all) {
                text.append(all.size());
            } else if (value instanceof Instant time) {
                text.append(time.isAfter(now) ? Duration.between(now, time).toMillis() : 0);
            } else if (value == null) {
                text.append('-');
            } else if (isPart(value)) {
                describe(text, value, now);
            }
        }
    }

    private static List<Field> fields(Class<?> type) {
        return List.of(type.getDeclaredFields()).stream()
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .filter(Field::trySetAccessible)
                .toList();
    }

    private static boolean isPart(Object value) {
        Class<?> type = value.getClass();
        return type.getPackage() == ModelFlags.class.getPackage()
                && !type.isEnum()
                && !type.isSynthetic()
                && type != WatchedRun.class
                && !type.getSimpleName().startsWith("Model")
                && !RunListener.class.isAssignableFrom(type)
                && !ELSEWHERE.contains(type);
    }

    private static Object value(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
