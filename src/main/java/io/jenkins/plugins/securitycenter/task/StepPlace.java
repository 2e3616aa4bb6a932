package io.jenkins.plugins.securitycenter.task;

import io.jenkins.plugins.securitycenter.result.ParallelBranch;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The place of a step in its build.
 *
 * @param key identifies the step within the build, also after a restart; empty if it cannot continue after one
 */
@Restricted(NoExternalUse.class)
public record StepPlace(String key, ParallelBranch branch) {

    /** A step of a freestyle build. */
    public static final StepPlace FREESTYLE = new StepPlace("", ParallelBranch.NONE);
}
