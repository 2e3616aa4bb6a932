package io.jenkins.plugins.securitycenter.config;

import hudson.ProxyConfiguration;
import hudson.Util;
import hudson.util.Secret;
import io.jenkins.plugins.securitycenter.client.Endpoint;
import java.util.Optional;

/** Jenkins' own proxy, unless its list of exceptions names the host. */
final class ProxySettings {

    private ProxySettings() {}

    static Optional<Endpoint.Proxy> of(ProxyConfiguration proxy, String host) {
        if (proxy == null || Util.fixEmptyAndTrim(proxy.getName()) == null || exempt(proxy, host)) {
            return Optional.empty();
        }
        return Optional.of(new Endpoint.Proxy(
                proxy.getName(),
                proxy.getPort(),
                Util.fixNull(proxy.getUserName()),
                Secret.toString(proxy.getSecretPassword())));
    }

    private static boolean exempt(ProxyConfiguration proxy, String host) {
        return proxy.getNoProxyHostPatterns().stream()
                .anyMatch(pattern -> pattern.matcher(host).matches());
    }
}
