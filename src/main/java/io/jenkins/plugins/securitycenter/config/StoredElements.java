package io.jenkins.plugins.securitycenter.config;

import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.ReaderWrapper;
import io.jenkins.plugins.securitycenter.text.Whitespace;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a stored object. Jenkins ignores some of their content without an exception: attributes, text where it expects
 * elements, elements where it expects text, and values whose {@code class} does not fit the field. It takes every word but
 * {@code true} for false.
 */
final class StoredElements extends ReaderWrapper {

    /** The attributes that XStream and Jenkins use themselves. */
    private static final Set<String> KNOWN_ATTRIBUTES =
            Set.of("class", "defined-in", "id", "plugin", "reference", "resolves-to", "serialization");

    private final ReadErrors errors;
    private final List<Element> elements = new ArrayList<>();

    /** @param reader is at the start of the object; nested objects do not use this wrapper */
    StoredElements(HierarchicalStreamReader reader, ReadErrors errors) {
        super(reader);
        this.errors = errors;
        addAttributes();
    }

    private void addAttributes() {
        for (Iterator<?> names = getAttributeNames(); names.hasNext(); ) {
            String name = String.valueOf(names.next());
            if (!KNOWN_ATTRIBUTES.contains(name)) {
                errors.add(name);
            }
        }
    }

    /** Returns the text up to the next element. A reader that has looked for it cannot read attributes. */
    private String text() {
        return Whitespace.strip(getValue());
    }

    private void addText() {
        if (!text().isEmpty()) {
            errors.add(getNodeName());
        }
    }

    @Override
    public void moveDown() {
        addText();
        super.moveDown();
        int before = errors.count();
        addAttributes();
        elements.add(new Element(getNodeName(), getAttribute("class"), before));
    }

    @Override
    public void moveUp() {
        Element last = elements.remove(elements.size() - 1);
        // What Jenkins, or the converter of a nested object, has reported needs no second name.
        if (errors.count() == last.errors) {
            elements.add(last.read(text(), hasMoreChildren()));
        }
        super.moveUp();
    }

    /** Adds the elements that are not part of the object, which was read from them. */
    void compare(Object read) {
        addText();
        for (Element element : elements) {
            Field field = field(read.getClass(), element.name);
            if (field != null && !element.isIn(field, read)) {
                errors.add(element.name);
            }
        }
    }

    private static @Nullable Field field(Class<?> type, String name) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        return null;
    }

    /**
     * An element of the object.
     *
     * @param errors the number of errors before it was read
     * @param text its text after its last element
     * @param unread whether it contains elements that were not read
     */
    private record Element(String name, @Nullable String type, int errors, String text, boolean unread) {

        Element(String name, @Nullable String type, int errors) {
            this(name, type, errors, "", false);
        }

        Element read(String withText, boolean withUnread) {
            return new Element(name, type, errors, withText, withUnread);
        }

        boolean isIn(Field field, Object object) {
            Object value = value(field, object);
            boolean complete =
                    !(value instanceof Collection<?> items) || items.stream().allMatch(Objects::nonNull);
            return !unread && isRead(value) && complete && fits(field, value);
        }

        private boolean isRead(@Nullable Object value) {
            return value instanceof Boolean flag
                    ? text.equalsIgnoreCase(flag.toString())
                    : text.isEmpty() || value instanceof String || value instanceof Number;
        }

        private static @Nullable Object value(Field field, Object object) {
            try {
                field.setAccessible(true);
                return field.get(object);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Returns whether the value can be of the class that the element names. */
        private boolean fits(Field field, @Nullable Object value) {
            if (type == null || field.getType() == Object.class) {
                return true;
            }
            if (value == null) {
                return false;
            }
            Class<?> known = value.getClass();
            String alias = known.getSimpleName()
                    .replaceAll("(?<=.)(?=\\p{Upper})", "-")
                    .toLowerCase(Locale.ROOT);
            return type.equals(known.getName()) || type.equals(alias) || type.equals("list") && value instanceof List;
        }
    }
}
