package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Changes the state of a running simulator, as time, other users and administrators would. */
public final class Controls {
    private final World world;

    Controls(World world) {
        this.world = world;
    }

    /** Closes all sessions; their tokens get error 12 from now on. */
    public void expireSessions() {
        world.sessions().closeAll();
    }

    /** Each login sets this cookie too, as a load balancer in front of the server does; for example {@code NODE=1}. */
    public void addCookie(String cookie) {
        world.cookies().add(cookie + "; path=/");
    }

    /** Runs that are launched from now on take this long. */
    public void setTiming(SimulatorOptions.Timing timing) {
        world.runs().setTiming(timing);
    }

    /** Runs that are launched from now on find this number. */
    public void setFindings(int findings) {
        world.runs().setFindings(findings);
    }

    /** Runs that are launched from now on see and report this. */
    public void setScanReports(ScanReports reports) {
        world.runs().setReports(reports);
    }

    /** Runs of this scan, which may not have been made yet, that are launched from now on end like this. */
    public void setOutcome(String scanId, Outcome outcome) {
        world.definitionsWith(scanId)
                .orElseGet(() -> world.definitions(ScanFamily.ACTIVE))
                .end(scanId, outcome);
    }

    /** Puts the {@code Date} of the answers that far ahead of the server's own clock, as a wrong proxy does. */
    public void setDateOffset(Duration offset) {
        world.dateOffset(offset);
    }

    /**
     * Lets a run show these words whatever the clock says.
     *
     * @param status null for the word of its time
     * @param importStatus null for the word of its time
     * @param running null for the word of its time; empty text to leave the field out
     */
    public void setWords(String runId, String status, String importStatus, String running) {
        world.runs().setWords(runId, new Run.Words(status, importStatus, running));
    }

    /** Reports that are launched from now on take this long, are of this size when complete, and fail or do not. */
    public void setReports(double seconds, long bytes, boolean failing) {
        world.reports().set(seconds, bytes, failing);
    }

    /** Sets the state of the licence, for example {@code Valid} or {@code Expired}; without a valid one nothing runs. */
    public void setLicense(String status) {
        synchronized (world) {
            world.license(status);
        }
    }

    /**
     * Changes an object behind everybody's back, or adds one when the JSON has no id.
     *
     * @param resource for example {@code freeze} or {@code role}
     * @return its id
     */
    public String put(String resource, String json) {
        ObjectNode given = Json.read(json);
        synchronized (world) {
            Records records = world.records(resource);
            String id = given.has("id") ? Json.id(given) : records.newId();
            ObjectNode object = records.find(id).orElseGet(() -> Json.texts("name", "", "description", ""));
            object.setAll(given);
            records.put(object.put("id", id));
            return id;
        }
    }

    /** Copies of the objects of a resource, for example of {@code scan} or {@code ticket}. */
    public List<ObjectNode> objects(String resource) {
        synchronized (world) {
            return world.records(resource).all().stream()
                    .map(ObjectNode::deepCopy)
                    .toList();
        }
    }

    /** Findings of that plugin have this value in a field of {@code vulndetails}, from now on. */
    public void setField(String plugin, String field, String value) {
        world.edits().set(plugin, field, value);
    }

    /** No finding has that field of {@code vulndetails}, as on servers that do not know it. */
    public void hideField(String field) {
        world.edits().hide(field);
    }

    /** The plugins were updated at that time. */
    public void setFeedTime(Instant time) {
        synchronized (world) {
            world.feedTime(time);
        }
    }

    /** Switches a habit on or off. */
    public void set(Quirk quirk, boolean on) {
        synchronized (world) {
            world.show(quirk, on);
        }
    }

    /** Whether a habit is switched on. */
    public boolean shows(Quirk quirk) {
        synchronized (world) {
            return world.shows(quirk);
        }
    }

    /** The number of failed logins of a user since the start. */
    public int failedLogins(String username) {
        return world.accounts().failedLogins(username);
    }

    /** Whether a user is locked out. */
    public boolean locked(String username) {
        return world.accounts().locked(username);
    }

    /** Lets a locked user in again. */
    public void unlock(String username) {
        world.accounts().unlock(username);
    }

    /** Gives a user another password; sessions that are open stay so. */
    public void setPassword(String username, String password) {
        world.accounts().changePassword(username, password);
    }
}
