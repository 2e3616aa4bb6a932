package io.jenkins.plugins.securitycenter.result;

import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.securitycenter.document.DocumentHeader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Says what documents about a record are about. */
@Restricted(NoExternalUse.class)
public final class DocumentHeaders {

    private DocumentHeaders() {}

    /** Returns the header of the documents about a record, which need not be added to its build yet. */
    public static DocumentHeader of(FindingsAction action) {
        Run<?, ?> run = action.getRun();
        String root = Util.fixNull(Jenkins.get().getRootUrl());
        List<String> notices = new ArrayList<>(action.getReadingTexts());
        if (action.isPartialScan()) {
            notices.add("The scan is partial: it did not reach all of its targets. Findings may be missing.");
        }
        if (action.isNothingScanned()) {
            notices.add(action.getNothingText());
        }
        return new DocumentHeader(
                action.getDisplayName(),
                run.getFullDisplayName(),
                root.isEmpty() ? "" : root + run.getUrl() + action.getId() + "/",
                action.getServer(),
                action.getScanResultId(),
                action.getUrl(),
                action.getReference(),
                Instant.ofEpochMilli(run.getTimeInMillis()).atZone(ZoneId.systemDefault()),
                notices,
                caveat(action));
    }

    private static String caveat(FindingsAction action) {
        return action.isNothingScanned() ? "no host was scanned" : action.isPartialScan() ? "partial scan" : "";
    }
}
