package io.jenkins.plugins.securitycenter.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hc.core5.http.impl.HttpProcessors;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** A SecurityCenter that runs in this JVM, listens on 127.0.0.1 and keeps state. See the package for what it plays. */
public final class Simulator implements AutoCloseable {
    /** An organization user (Security Manager) who sees every repository. */
    public static final String USER = "ci";

    public static final String PASSWORD = "ci-password";
    public static final String ACCESS_KEY = "0123456789abcdef0123456789abcdef";
    public static final String SECRET_KEY = "fedcba9876543210fedcba9876543210";
    /** An administrator, who cannot scan. */
    public static final String ADMIN = "admin";

    public static final String ADMIN_PASSWORD = "admin-password";

    private final SimulatorOptions options;
    private final World world;
    private final Faults faults = new Faults();
    private final RequestLog log;
    private final Connections connections;
    private final Front front;
    private final HttpServer server;
    private final String certificate;

    private Simulator(SimulatorOptions options) {
        this.options = options;
        world = new World(options);
        log = new RequestLog(options.clock());
        Optional<Certificates> tls = options.listener().https()
                ? Optional.of(Certificates.forName(options.listener().certificateName()))
                : Optional.empty();
        certificate = tls.map(Certificates::pem).orElse("");
        connections = new Connections(
                tls.map(made -> made.context().getSocketFactory()),
                options.listener().clientCertificates());
        front = new Front(world, faults, log, connections);
        server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getLoopbackAddress())
                .setListenerPort(options.listener().port())
                .setSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.ofMinutes(2))
                        .setTcpNoDelay(true)
                        .build())
                .setHttpProcessor(HttpProcessors.server("Apache"))
                .setConnectionFactory(connections)
                .setRequestRouter((request, context) -> front)
                .setExceptionListener(new Quiet())
                .create();
    }

    /**
     * Starts a simulator.
     *
     * @throws UncheckedIOException when the port is taken
     */
    public static Simulator start(SimulatorOptions options) {
        Simulator simulator = new Simulator(options);
        try {
            simulator.server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return simulator;
    }

    /** The address without {@code /rest}, for example {@code http://127.0.0.1:34567}. */
    public String url() {
        return connections.scheme() + "://127.0.0.1:" + server.getLocalPort();
    }

    /** The certificate as PEM text; empty without TLS. */
    public String certificatePem() {
        return certificate;
    }

    /** A new key for a client, with a certificate for a user; the password has six characters or more. */
    public static KeyStore clientKeys(String username, String password) {
        return KeyTool.make(username, "email:" + username + "@example.com", password);
    }

    /** The options that it was started with. */
    public SimulatorOptions options() {
        return options;
    }

    /** The script of what goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** What tests do to the server behind the back of its clients. */
    public Controls controls() {
        return new Controls(world);
    }

    /** The names of the plugin families that findings can have. */
    public Set<String> families() {
        Set<String> names = new TreeSet<>();
        Product.ALL.forEach(product -> names.add(product.family().name()));
        names.add(ScanReports.FAMILY);
        return names;
    }

    /** All requests so far. */
    public List<LoggedRequest> requests() {
        return log.all();
    }

    /** How often a scan was launched: processed launches, whatever the client heard of them. */
    public int launches(String scanId) {
        return world.runs().launches(scanId);
    }

    /** The number of scan results, deleted ones left out. */
    public int scanResults() {
        return world.runs().all().size();
    }

    /** How often a report definition was launched. */
    public int reportLaunches(String definitionId) {
        return world.reports().launches(definitionId);
    }

    /** The number of sessions that are neither closed nor expired. */
    public int openSessions() {
        return world.sessions().count();
    }

    /** The number of connections that are open. */
    public int openConnections() {
        return connections.open();
    }

    @Override
    public void close() {
        front.close();
        server.close(CloseMode.IMMEDIATE);
        connections.closeAll();
    }
}
