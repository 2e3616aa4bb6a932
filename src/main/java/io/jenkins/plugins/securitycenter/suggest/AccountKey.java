package io.jenkins.plugins.securitycenter.suggest;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes digests that distinguish accounts without keeping their credentials. */
final class AccountKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Created anew for each JVM, so that a digest reveals nothing about the credentials. */
    private final byte[] salt = new byte[32];

    AccountKey() {
        RANDOM.nextBytes(salt);
    }

    /** Returns a digest that is the same only for the same server and login. */
    String digest(Endpoint endpoint, Login login) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt, ALGORITHM));
            add(mac, endpoint.toString());
            add(mac, login.getClass().getName());
            if (login instanceof Login.Password password) {
                add(mac, password.username());
                add(mac, password.password());
            } else if (login instanceof Login.ApiKeys keys) {
                add(mac, keys.accessKey());
                add(mac, keys.secretKey());
            } else if (login instanceof Login.Certificate certificate) {
                add(mac, certificate.keyPassword());
                add(mac, certificate.identity());
            }
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "Could not read the credentials for SecurityCenter \"" + endpoint.name() + "\".", e);
        }
    }

    /** Adds a string with its length, so that different splits of the same characters have different digests. */
    private static void add(Mac mac, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        mac.update(bytes);
    }
}
