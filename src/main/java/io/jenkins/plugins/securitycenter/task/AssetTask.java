package io.jenkins.plugins.securitycenter.task;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.resource.AssetLists;
import io.jenkins.plugins.securitycenter.model.ScanTargets;
import io.jenkins.plugins.securitycenter.watch.ServerAccount;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The creation or update of an asset list by a build.
 *
 * @param description empty to keep an existing description
 */
@Restricted(NoExternalUse.class)
public record AssetTask(String name, AssetContent content, String description) implements BuildTask {

    public AssetTask {
        name = name.trim();
        checkName(name);
    }

    /** @throws IllegalArgumentException if the name is empty, with a message for the user */
    public static void checkName(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name is empty; enter the name of an asset list.");
        }
    }

    /**
     * Creates or updates the list. Repeating the call has no further effect.
     *
     * @return assetId and changed
     * @throws IllegalArgumentException if a parameter is not valid, with a message for the user
     */
    @Override
    public Map<String, Object> perform(
            ServerChoice connection,
            Run<?, ?> run,
            @CheckForNull FilePath workspace,
            TaskListener listener,
            StepPlace place)
            throws IOException, InterruptedException {
        ServerAccount account = connection.target(run);
        ScanTargets hosts = content.read(workspace);
        AssetLists.Update update;
        try (SecurityCenter server = SecurityCenterService.get().connect(account, listener.getLogger())) {
            update = new AssetLists(server).put(name, hosts, description);
        }
        String done = update.created() ? "created" : update.changed() ? "updated" : "left unchanged";
        listener.getLogger()
                .println("SecurityCenter \"" + account.endpoint().name() + "\": asset list \"" + name + "\" (ID "
                        + update.id() + ") " + done + ".");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("assetId", update.id());
        answer.put("changed", update.changed());
        return answer;
    }
}
