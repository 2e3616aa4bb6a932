package io.jenkins.plugins.securitycenter.run;

import hudson.model.Run;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import java.util.Locale;

/** The right of one record to publish its findings under its id; held until the record is published or has failed. */
final class RecordReservation implements AutoCloseable {

    /** The object of a build that runs is the same for all of its steps. */
    private record Key(Run<?, ?> run, String id) {}

    private static final Reservations<Key> IDS = new Reservations<>();

    private final Reservations.Reservation reservation;

    private RecordReservation(Reservations.Reservation reservation) {
        this.reservation = reservation;
    }

    /**
     * Reserves the id of a record. Case does not tell ids apart, since it does not tell files apart everywhere.
     *
     * @throws IllegalArgumentException with a sentence when a record of that build has the id or is being made with it
     */
    static RecordReservation of(Run<?, ?> run, String id) {
        RecordReservation reserved = IDS.reserve(new Key(run, id.toLowerCase(Locale.ROOT)))
                .map(RecordReservation::new)
                .orElseThrow(() -> used(id));
        // asked while the id is reserved, so that no record can be published in between
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
                + "\" is already used by another record of this build; use a different id for each record.");
    }
}
