package io.jenkins.plugins.securitycenter.record;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.task.Reservations;
import java.util.Locale;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The reservation of a record ID in a build, held until the record is published or has failed. */
@Restricted(NoExternalUse.class)
public final class RecordReservation implements AutoCloseable {

    /** A running build is the same object for all of its steps. */
    private record Key(Run<?, ?> run, String id) {}

    private static final Reservations<Key> IDS = new Reservations<>();

    private final Reservations.Reservation reservation;

    private RecordReservation(Reservations.Reservation reservation) {
        this.reservation = reservation;
    }

    /**
     * Reserves the ID of a record. IDs are not case-sensitive, because file names are not on every system.
     *
     * @throws IllegalArgumentException if another record of the build uses the ID, with a message for the user
     */
    public static RecordReservation of(Run<?, ?> run, String id) {
        RecordReservation reserved = IDS.reserve(new Key(run, id.toLowerCase(Locale.ROOT)))
                .map(RecordReservation::new)
                .orElseThrow(() -> used(id));
        // Checked while the ID is reserved, so that no record can be published in between.
        if (run.getActions(FindingsAction.class).stream()
                .anyMatch(action -> action.getId().equalsIgnoreCase(id))) {
            reserved.close();
            throw used(id);
        }
        return reserved;
    }

    @Override
    public void close() {
        reservation.close();
    }

    private static IllegalArgumentException used(String id) {
        return new IllegalArgumentException("id \"" + id
                + "\" is already used by another record of this build; use a different ID for each record.");
    }
}
