package io.jenkins.plugins.securitycenter.list;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.RunListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.securitycenter.gate.StateCounts;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.status.JobRecords;
import io.jenkins.plugins.securitycenter.status.JobRisk;
import io.jenkins.plugins.securitycenter.status.RecordCounts;
import io.jenkins.plugins.securitycenter.task.SecurityCenterService;
import java.util.Collection;
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

    /** The maximum number of builds of a job to search for records. */
    private static final int BUILDS = 10;

    /** By full name of the job. */
    private final Map<String, JobRecords> known = new ConcurrentHashMap<>();

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
        return overview(Jenkins.get().getAllItems(Job.class));
    }

    /** Returns those of the jobs that the current user may see; starts to read those that are unknown. */
    @SuppressWarnings("rawtypes")
    public Overview overview(Collection<Job> jobs) {
        List<String> names = jobs.stream()
                .filter(job -> job.hasPermission(Item.READ) && !isNew(job))
                .map(Job::getFullName)
                .toList();
        List<String> read = names.stream().filter(known::containsKey).toList();
        if (read.size() < names.size()) {
            startReading();
        }
        return new Overview(
                read.stream()
                        .flatMap(name -> known.getOrDefault(name, JobRecords.NONE).sum(name).stream())
                        .sorted(JobRisk.WORST_FIRST)
                        .toList(),
                names.size() - read.size());
    }

    /** Returns the last records of a job; null if its builds are still being read, which this starts. */
    @CheckForNull
    public JobRecords of(Job<?, ?> job) {
        if (isNew(job)) {
            return JobRecords.NONE;
        }
        JobRecords records = known.get(job.getFullName());
        if (records == null) {
            startReading();
        }
        return records;
    }

    /** Returns whether the job has never had a build. */
    private static boolean isNew(Job<?, ?> job) {
        return job.getNextBuildNumber() == 1;
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
                    known.put(job.getFullName(), last((Job<?, ?>) job));
                    // A build that ended in between found no entry to update.
                    update(job.getLastCompletedBuild());
                }
            }
        }
    }

    private static JobRecords last(Job<?, ?> job) {
        JobRecords records = JobRecords.NONE;
        Run<?, ?> build = job.getLastBuild();
        for (int i = 0; i < BUILDS && build != null; i++) {
            records = records.with(of(build));
            build = build.getPreviousBuild();
        }
        return records;
    }

    private void update(@CheckForNull Run<?, ?> build) {
        if (build == null) {
            return;
        }
        List<RecordCounts> records = of(build);
        if (!records.isEmpty()) {
            String job = build.getParent().getFullName();
            if (!known.containsKey(job)) {
                known.putIfAbsent(job, last(build.getParent()));
            }
            known.computeIfPresent(job, (name, earlier) -> earlier.with(records));
        }
    }

    private static List<RecordCounts> of(Run<?, ?> build) {
        return FindingsAction.recorded(build).stream()
                .map(record -> new RecordCounts(
                        record.getId(), build.getUrl(), build.getNumber(), counts(record), incomplete(record)))
                .toList();
    }

    /** Returns whether findings of the record may be missing. */
    static boolean incomplete(FindingsAction record) {
        return record.isPartial() || !record.isComplete();
    }

    private static Optional<StateCounts> counts(FindingsAction record) {
        try {
            return Optional.of(record.summary().changes());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void forget(Run<?, ?> build) {
        known.computeIfPresent(
                build.getParent().getFullName(), (job, records) -> records.include(build.getNumber()) ? null : records);
    }

    /** Updates the entry of a job when one of its builds ends, and removes it when a build that it shows is deleted. */
    @Extension
    public static final class Builds extends RunListener<Run<?, ?>> {

        @Override
        public void onFinalized(Run<?, ?> build) {
            get().update(build);
        }

        @Override
        public void onDeleted(Run<?, ?> build) {
            get().forget(build);
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
