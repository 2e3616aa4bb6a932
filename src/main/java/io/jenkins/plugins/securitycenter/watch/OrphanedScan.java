package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.resource.OnDemandScans.Marked;

/**
 * A scan or policy that was created for a build and remains on the server although the build has ended.
 *
 * @param build for example {@code folder/job#12}
 */
public record OrphanedScan(Marked.Type type, String name, String build) {

    /** Returns what it is, for example {@code scan "Nightly" of build folder/job#12}. */
    public String text() {
        return type.word() + " \"" + name + "\" of build " + build;
    }
}
