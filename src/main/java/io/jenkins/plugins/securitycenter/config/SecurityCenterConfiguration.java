package io.jenkins.plugins.securitycenter.config;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import io.jenkins.plugins.securitycenter.text.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** The global configuration: the servers that jobs can use. The first server is the default. */
@Restricted(NoExternalUse.class)
@Extension
@Symbol("securityCenter")
public final class SecurityCenterConfiguration extends GlobalConfiguration {

    private static final FormNumbers NUMBERS = new FormNumbers(Map.of(
            "connectTimeout", ServerValidation.CONNECT,
            "requestTimeout", ServerValidation.REQUEST,
            "pollInterval", ServerValidation.POLL));

    private List<Server> servers = new ArrayList<>();

    public SecurityCenterConfiguration() {
        load();
    }

    public static SecurityCenterConfiguration get() {
        return ExtensionList.lookupSingleton(SecurityCenterConfiguration.class);
    }

    @Override
    @NonNull
    public String getDisplayName() {
        return Messages.SecurityCenterConfiguration_displayName();
    }

    public List<Server> getServers() {
        return List.copyOf(servers);
    }

    /**
     * @throws IllegalArgumentException if a server is not valid, with a message for the user; nothing is changed then
     */
    @DataBoundSetter
    public void setServers(List<Server> servers) {
        // XStream would write the internal class of an immutable list to the stored file.
        List<Server> next = servers == null ? new ArrayList<>() : new ArrayList<>(servers);
        ServerValidation.servers(next);
        this.servers = next;
        save();
    }

    @Override
    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        try {
            NUMBERS.read(json);
            setServers(req.bindJSONToList(Server.class, json.opt("servers")));
            return true;
        } catch (IllegalArgumentException e) {
            throw UserFailures.refused(e, "servers");
        }
    }

    /**
     * Returns the server of that name, or the default server if the name is empty.
     *
     * @throws IllegalArgumentException if there is none, with a message that lists the configured servers
     */
    public Server server(String name) {
        String wanted = Whitespace.strip(name);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException(
                    "No SecurityCenter server is configured; ask an administrator to add one in"
                            + " Manage Jenkins > System.");
        }
        return servers.stream()
                .filter(server -> wanted.isEmpty() || server.getName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Server \"" + wanted + "\" is not configured; use "
                        + servers.stream()
                                .map(server -> "\"" + server.getName() + "\"")
                                .collect(Collectors.joining(" or "))
                        + "."));
    }
}
