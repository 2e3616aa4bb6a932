package io.jenkins.plugins.securitycenter.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The repositories in which hosts were found, to tell apart the tests of a host that is in several of them. */
final class HostRepositories {

    private final Map<String, String> first = new HashMap<>();
    private final Set<String> several = new HashSet<>();

    /** @param repository the id of a repository in which the host was found */
    void add(String host, String repository) {
        String known = first.putIfAbsent(host, repository);
        if (known != null && !known.equals(repository)) {
            several.add(host);
        }
    }

    /** Returns whether the host was found in more than one repository. */
    boolean several(String host) {
        return several.contains(host);
    }
}
