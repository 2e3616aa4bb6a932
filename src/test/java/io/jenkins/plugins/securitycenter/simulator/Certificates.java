package io.jenkins.plugins.securitycenter.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A self-signed certificate with its key, made by the JDK's keytool once per name and JVM.
 *
 * @param pem the certificate as clients trust it
 */
record Certificates(SSLContext context, String pem) {
    private static final Map<String, Certificates> MADE = new ConcurrentHashMap<>();
    private static final String ALIAS = "simulator";

    /** For one DNS name, or for localhost and 127.0.0.1 when it is empty. */
    static Certificates forName(String name) {
        return MADE.computeIfAbsent(name, Certificates::make);
    }

    private static Certificates make(String name) {
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        try {
            Path directory = Files.createTempDirectory("securitycenter-simulator");
            Path file = directory.resolve("keys.p12");
            try {
                keytool(file, password, name);
                return load(file, password.toCharArray());
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate cannot be used", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while making a certificate", e);
        }
    }

    private static void keytool(Path file, String password, String name) throws IOException, InterruptedException {
        String names = name.isEmpty() ? "dns:localhost,ip:127.0.0.1" : "dns:" + name;
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = List.of(
                tool,
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "365",
                "-dname",
                "CN=" + (name.isEmpty() ? "localhost" : name),
                "-ext",
                "SAN=" + names,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                password);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("keytool failed: " + said.strip());
        }
    }

    private static Certificates load(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        byte[] certificate = store.getCertificate(ALIAS).getEncoded();
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate);
        return new Certificates(context, "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n");
    }
}
