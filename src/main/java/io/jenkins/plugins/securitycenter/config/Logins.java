package io.jenkins.plugins.securitycenter.config;

import com.cloudbees.plugins.credentials.common.StandardCertificateCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.Secret;
import io.jenkins.plugins.securitycenter.client.Login;

/** Turns credentials into logins. */
final class Logins {

    private Logins() {}

    /** @throws IllegalArgumentException with a sentence when there are none, or they cannot be used */
    static Login of(Server server, String id, @CheckForNull StandardCredentials credentials) {
        if (credentials == null) {
            throw new IllegalArgumentException("Credentials \"" + id + "\" do not exist, or may not be used here for"
                    + " server \"" + server.getName() + "\"; check the id, its folder and its domain.");
        }
        try {
            return login(credentials);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Credentials \"" + id + "\" " + e.getMessage(), e);
        }
    }

    private static Login login(StandardCredentials credentials) {
        if (credentials instanceof StandardUsernamePasswordCredentials user) {
            return password(user.getUsername(), Secret.toString(user.getPassword()));
        }
        if (credentials instanceof ApiKeyCredentials keys) {
            return keys(keys);
        }
        if (credentials instanceof StandardCertificateCredentials certificate) {
            return new Login.Certificate(certificate.getKeyStore(), Secret.toString(certificate.getPassword()));
        }
        throw new IllegalArgumentException(
                "are of the wrong kind; allowed are user name with password, SecurityCenter API keys and certificate.");
    }

    private static Login keys(ApiKeyCredentials keys) {
        try {
            return new Login.ApiKeys(Secret.toString(keys.getAccessKey()), Secret.toString(keys.getSecretKey()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot be used: " + e.getMessage(), e);
        }
    }

    /** Each wrong login brings the account nearer to being locked, so that one without a password is not sent. */
    private static Login password(String user, String password) {
        Login.Password login = new Login.Password(user, password);
        if (login.username().isEmpty() || password.isEmpty()) {
            throw new IllegalArgumentException("have no " + (password.isEmpty() ? "password" : "user name")
                    + "; enter those of a SecurityCenter account.");
        }
        return login;
    }
}
