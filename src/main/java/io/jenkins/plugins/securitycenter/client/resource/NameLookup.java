package io.jenkins.plugins.securitycenter.client.resource;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the object that a user named by name or ID, or throws an exception that explains why it cannot. */
public final class NameLookup<T> {

    private static final int SHOWN = 10;

    private final String kind;
    private final String plural;
    private final Function<T, String> id;
    private final Function<T, String> name;
    private final String server;

    /**
     * @param kind the type of the objects with a capital letter, for example "Scan"
     * @param plural the plural noun of the type, for example "scans"
     */
    NameLookup(String kind, String plural, Function<T, String> id, Function<T, String> name, String server) {
        this.kind = kind;
        this.plural = plural;
        this.id = id;
        this.name = name;
        this.server = server;
    }

    public T find(String nameOrId, List<T> all) {
        String wanted = nameOrId == null ? "" : nameOrId.trim();
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException(kind + " is empty; enter a name or ID.");
        }
        List<T> named = matching(name, wanted, all);
        List<T> found = named.isEmpty() ? matching(id, wanted, all) : named;
        return switch (found.size()) {
            case 1 -> found.get(0);
            case 0 ->
                throw new IllegalArgumentException(kind + " \"" + wanted + "\" does not exist on SecurityCenter \""
                        + server + "\", or the account cannot use it; " + known(all));
            default ->
                throw new IllegalArgumentException("There are " + found.size() + " " + plural + " named \"" + wanted
                        + "\" on SecurityCenter \"" + server + "\"; use one of the IDs "
                        + found.stream().map(id).collect(Collectors.joining(", ")) + ".");
        };
    }

    private List<T> matching(Function<T, String> property, String wanted, List<T> all) {
        return all.stream().filter(one -> property.apply(one).equals(wanted)).toList();
    }

    private String known(List<T> all) {
        if (all.isEmpty()) {
            return "the account cannot use any " + plural + ".";
        }
        String names = all.stream()
                .limit(SHOWN)
                .map(one -> "\"" + name.apply(one) + "\"")
                .collect(Collectors.joining(", "));
        return "the account can use " + names + (all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more." : ".");
    }
}
