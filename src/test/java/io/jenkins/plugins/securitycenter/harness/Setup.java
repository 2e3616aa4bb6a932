package io.jenkins.plugins.securitycenter.harness;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.util.Secret;
import io.jenkins.plugins.securitycenter.config.ApiKeyCredentials;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.simulator.ManualClock;
import io.jenkins.plugins.securitycenter.simulator.Simulator;
import io.jenkins.plugins.securitycenter.simulator.SimulatorOptions;
import java.io.IOException;
import java.util.List;

/** What tests put into a Jenkins before they use it. */
public final class Setup {

    /** The name of the server, and of the only one unless a test adds more. */
    public static final String SERVER = "simulator";
    /** The id of the server's credentials. */
    public static final String CREDENTIALS = "ci";

    private Setup() {}

    /** A simulator whose scans and imports are over soon. */
    public static Simulator quick() {
        return Simulator.start(SimulatorOptions.defaults().withTiming(1, 0.5));
    }

    /** A simulator whose scans take 100 seconds of the clock, and their imports 100 more. */
    public static Simulator slow(ManualClock clock) {
        return Simulator.start(SimulatorOptions.defaults().withClock(clock).withTiming(100, 100));
    }

    /** How often a simulator got a request, for example {@code POST /token}. */
    static long requests(Simulator simulator, String line) {
        return simulator.requests().stream()
                .filter(request -> request.line().equals(line))
                .count();
    }

    /** Makes the simulator the only server, with the credentials of its organization user. */
    public static void connect(Simulator simulator) throws Exception {
        add(password(CREDENTIALS, CredentialsScope.GLOBAL));
        SecurityCenterConfiguration.get().setServers(List.of(server(SERVER, simulator)));
    }

    /** A server of that name that asks every second. */
    public static Server server(String name, Simulator simulator) {
        Server server = new Server(name, simulator.url());
        server.setCredentialsId(CREDENTIALS);
        server.setPollInterval(1);
        return server;
    }

    /** Credentials of the simulator's organization user. */
    public static UsernamePasswordCredentialsImpl password(String id, CredentialsScope scope) throws Exception {
        return new UsernamePasswordCredentialsImpl(scope, id, "", Simulator.USER, Simulator.PASSWORD);
    }

    /** API keys of the simulator's organization user. */
    public static ApiKeyCredentials keys(String id, CredentialsScope scope) {
        return new ApiKeyCredentials(
                scope, id, "", Secret.fromString(Simulator.ACCESS_KEY), Secret.fromString(Simulator.SECRET_KEY));
    }

    /** Stores credentials for all of Jenkins. */
    public static void add(Credentials credentials) throws IOException {
        SystemCredentialsProvider provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials().add(credentials);
        provider.save();
    }
}
