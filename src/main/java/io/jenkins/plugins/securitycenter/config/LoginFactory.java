package io.jenkins.plugins.securitycenter.config;

import com.cloudbees.plugins.credentials.common.StandardCertificateCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.util.Secret;
import io.jenkins.plugins.securitycenter.client.transport.Login;

/** Converts Jenkins credentials to logins. */
final class LoginFactory {

    private LoginFactory() {}

    /** @throws IllegalArgumentException if the credentials are null or cannot be used, with a message for the user */
    static Login of(Server server, String id, @CheckForNull StandardCredentials credentials) {
        if (credentials == null) {
            throw new IllegalArgumentException("Credentials \"" + id + "\" do not exist or cannot be used here for"
                    + " server \"" + server.getName() + "\"; check their ID, scope, folder and domain.");
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
                "have an unsupported type; use a user name with password, SecurityCenter API keys or a certificate.");
    }

    private static Login keys(ApiKeyCredentials keys) {
        try {
            return new Login.ApiKeys(Secret.toString(keys.getAccessKey()), Secret.toString(keys.getSecretKey()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot be used: " + e.getMessage(), e);
        }
    }

    /** Rejects incomplete logins, because each failed login brings the account closer to being locked. */
    private static Login password(String user, String password) {
        Login.Password login = new Login.Password(user, password);
        if (login.username().isEmpty() || password.isEmpty()) {
            throw new IllegalArgumentException("have no " + (password.isEmpty() ? "password" : "user name")
                    + "; enter the user name and password of a SecurityCenter account.");
        }
        return login;
    }
}
