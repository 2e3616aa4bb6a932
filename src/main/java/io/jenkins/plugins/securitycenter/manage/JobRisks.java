package io.jenkins.plugins.securitycenter.manage;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.RunListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.securitycenter.gate.RecordSummary;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.status.JobRisk;
import io.jenkins.plugins.securitycenter.task.SecurityCenterService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The findings of all jobs, from the summaries in their builds. Builds are read in the background and remembered, so that
 * a page reads none.
 */
@Restricted(NoExternalUse.class)
@Extension
public final class JobRisks {

    /** The maximum number of builds of a job to search for a record. */
    private static final int BUILDS = 10;

    /** By full name of the job; empty for a job without records. */
    private final Map<String, Optional<JobRisk>> known = new ConcurrentHashMap<>();

    private final AtomicBoolean reading = new AtomicBoolean();

    /**
     * The jobs with records, the most dangerous first.
     *
     * @param unread the number of jobs whose builds are still being read
     */
    @Restricted(NoExternalUse.class)
    public record Overview(List<JobRisk> jobs, int unread) {}

    public static JobRisks get() {
        return ExtensionList.lookupSingleton(JobRisks.class);
    }

    /** Returns the jobs that the current user may see; starts to read those that are unknown. */
    @SuppressWarnings("rawtypes")
    public Overview overview() {
        List<Job> jobs = Jenkins.get().getAllItems(Job.class);
        List<Optional<JobRisk>> found = jobs.stream()
                .map(job -> known.get(job.getFullName()))
                .filter(risk -> risk != null)
                .toList();
        int unread = jobs.size() - found.size();
        if (unread > 0) {
            startReading();
        }
        return new Overview(
                found.stream()
                        .flatMap(Optional::stream)
                        .sorted(JobRisk.WORST_FIRST)
                        .toList(),
                unread);
    }

    private void startReading() {
        if (reading.compareAndSet(false, true)) {
            SecurityCenterService.get().execute(() -> {
                try {
                    readAll();
                } finally {
                    reading.set(false);
                }
            });
        }
    }

    @SuppressWarnings({"rawtypes", "try"})
    private void readAll() {
        try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
            for (Job job : Jenkins.get().getAllItems(Job.class)) {
                if (!known.containsKey(job.getFullName())) {
                    Optional<JobRisk> last = last((Job<?, ?>) job);
                    known.putIfAbsent(job.getFullName(), last);
                }
            }
        }
    }

    private static Optional<JobRisk> last(Job<?, ?> job) {
        Run<?, ?> build = job.getLastBuild();
        for (int i = 0; i < BUILDS && build != null; i++) {
            Optional<JobRisk> risk = of(build);
            if (risk.isPresent()) {
                return risk;
            }
            build = build.getPreviousBuild();
        }
        return Optional.empty();
    }

    private static Optional<JobRisk> of(Run<?, ?> build) {
        List<FindingsAction> records = build.getActions(FindingsAction.class);
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(JobRisk.of(
                        build.getParent().getFullName(),
                        build.getUrl(),
                        build.getNumber(),
                        records.stream().map(JobRisks::summary).toList(),
                        !records.stream().allMatch(FindingsAction::isComplete)));
    }

    private static Optional<RecordSummary> summary(FindingsAction record) {
        try {
            return Optional.of(record.summary());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Updates the entry of a job when one of its builds ends or is deleted. */
    @Extension
    public static final class Builds extends RunListener<Run<?, ?>> {

        @Override
        public void onFinalized(Run<?, ?> build) {
            of(build).ifPresent(risk -> get().known.put(risk.job(), Optional.of(risk)));
        }

        @Override
        public void onDeleted(Run<?, ?> build) {
            get().known.remove(build.getParent().getFullName());
        }
    }

    /** Removes the entry of a job that is deleted or moved. */
    @Extension
    public static final class Jobs extends ItemListener {

        @Override
        public void onDeleted(Item item) {
            get().known.remove(item.getFullName());
        }

        @Override
        public void onLocationChanged(Item item, String oldFullName, String newFullName) {
            get().known.remove(oldFullName);
            get().known.remove(newFullName);
        }
    }
}
