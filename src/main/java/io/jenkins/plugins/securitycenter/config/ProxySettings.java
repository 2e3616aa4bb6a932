package io.jenkins.plugins.securitycenter.config;

import hudson.ProxyConfiguration;
import hudson.util.Secret;
import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.text.Whitespace;
import java.util.Optional;

/** Reads the proxy settings of Jenkins, except for hosts on its no-proxy list. */
final class ProxySettings {

    private ProxySettings() {}

    static Optional<Endpoint.Proxy> of(ProxyConfiguration proxy, String host) {
        if (proxy == null || Whitespace.strip(proxy.getName()).isEmpty() || exempt(proxy, host)) {
            return Optional.empty();
        }
        return Optional.of(new Endpoint.Proxy(
                Whitespace.strip(proxy.getName()),
                proxy.getPort(),
                Whitespace.strip(proxy.getUserName()),
                Secret.toString(proxy.getSecretPassword())));
    }

    private static boolean exempt(ProxyConfiguration proxy, String host) {
        return proxy.getNoProxyHostPatterns().stream()
                .anyMatch(pattern -> pattern.matcher(host).matches());
    }
}
