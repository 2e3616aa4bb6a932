package io.jenkins.plugins.securitycenter.config;

import io.jenkins.plugins.securitycenter.client.transport.CertificateParser;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint.SessionLimit;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.model.EpssScale;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import io.jenkins.plugins.securitycenter.text.NumberRule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The validation rules for servers. The form validates each field, {@link SecurityCenterConfiguration#setServers} all
 * of them, so that the form, configuration as code, and scripts follow the same rules.
 */
final class ServerValidation {

    static final NumberRule CONNECT = seconds("Connect timeout");
    static final NumberRule REQUEST = seconds("Request timeout");
    static final NumberRule POLL = seconds("Poll interval");

    private ServerValidation() {}

    static void servers(List<Server> servers) {
        Set<String> names = new HashSet<>();
        for (Server server : servers) {
            name(server.getName());
            if (!names.add(server.getName())) {
                throw new IllegalArgumentException(
                        "Name \"" + server.getName() + "\" is used by more than one server; enter a unique name.");
            }
            try {
                fields(server);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Server \"" + server.getName() + "\": " + e.getMessage(), e);
            }
        }
    }

    private static void fields(Server server) {
        ServerUrl.parse(server.getUrl());
        CertificateParser.parse(server.getTrustedCertificates());
        times(server);
        sessionLimit(server.getSessionLimit());
        epssScale(server.getEpssScale());
    }

    /** @throws IllegalArgumentException if a time is not allowed, with a message for the user */
    static void times(Server server) {
        CONNECT.check(server.getConnectTimeout());
        REQUEST.check(server.getRequestTimeout());
        POLL.check(server.getPollInterval());
    }

    static void name(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("Name is empty; enter a name that jobs use for the server.");
        }
    }

    private static NumberRule seconds(String field) {
        return NumberRule.whole(field, 1, 3600, "use a whole number of seconds from 1 to 3600.");
    }

    static SessionLimit sessionLimit(String word) {
        return constant(SessionLimit.values(), EnumWords.all(SessionLimit.class), "session limit", word);
    }

    static EpssScale epssScale(String word) {
        return constant(EpssScale.values(), EnumWords.all(EpssScale.class), "EPSS scale", word);
    }

    /** Returns the constant for exactly that word, as forms and YAML write it. */
    private static <E> E constant(E[] constants, String[] words, String field, String word) {
        int index = Arrays.asList(words).indexOf(word);
        if (index < 0) {
            throw EnumWords.unknown(field, word, List.of(words));
        }
        return constants[index];
    }
}
