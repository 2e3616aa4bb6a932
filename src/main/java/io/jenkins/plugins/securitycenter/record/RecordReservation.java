package io.jenkins.plugins.securitycenter.record;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import io.jenkins.plugins.securitycenter.task.Reservations;
import java.util.Locale;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The reservation of a record ID in a build, held until the record is published or has failed. */
@Restricted(NoExternalUse.class)
public final class RecordReservation implements AutoCloseable {

    /** A running build is the same object for all of its steps. */
    private record Key(Run<?, ?> run, String id) {}

    private static final Reservations<Key> IDS = new Reservations<>();

    private final String id;
    private final Reservations.Reservation reservation;

    private RecordReservation(String id, Reservations.Reservation reservation) {
        this.id = id;
        this.reservation = reservation;
    }

    /**
     * Reserves the ID of a record. IDs are not case-sensitive, because file names are not on every system.
     *
     * @throws IllegalArgumentException if another record of the build uses the ID, with a message for the user
     */
    public static RecordReservation of(Run<?, ?> run, String id) {
        return free(run, id).orElseThrow(() -> used(id));
    }

    private static Optional<RecordReservation> free(Run<?, ?> run, String id) {
        Optional<RecordReservation> reserved = IDS.reserve(new Key(run, id.toLowerCase(Locale.ROOT)))
                .map(reservation -> new RecordReservation(id, reservation));
        // Checked while the ID is reserved, so that no record can be published in between.
        if (reserved.isPresent()
                && run.getActions(FindingsAction.class).stream()
                        .anyMatch(action -> action.getId().equalsIgnoreCase(id))) {
            reserved.get().close();
            return Optional.empty();
        }
        return reserved;
    }

    /**
     * Reserves the ID of a record or, if another record of the build uses it, that ID with the first free number from 2.
     */
    public static RecordReservation ofFree(Run<?, ?> run, String id) {
        Optional<RecordReservation> reserved = free(run, id);
        for (int number = 2; reserved.isEmpty(); number++) {
            reserved = free(run, id + "-" + number);
        }
        return reserved.get();
    }

    /** Returns the reserved ID. */
    public String id() {
        return id;
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
