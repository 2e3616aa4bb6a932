package io.jenkins.plugins.securitycenter.result;

import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.export.RecordedBuild;
import java.time.Instant;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Describes builds for exports. */
@Restricted(NoExternalUse.class)
public final class RecordedBuilds {

    private RecordedBuilds() {}

    /** @param server the name of the server from which the build reads its findings */
    public static RecordedBuild of(Run<?, ?> run, String server) {
        return new RecordedBuild(
                Util.fixNull(Jenkins.get().getRootUrl()),
                run.getParent().getFullName(),
                run.getNumber(),
                Optional.of(Instant.ofEpochMilli(run.getTimeInMillis())),
                server);
    }
}
