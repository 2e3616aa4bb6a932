package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.OnDemandScans;
import io.jenkins.plugins.securitycenter.client.SecurityCenter;
import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import io.jenkins.plugins.securitycenter.model.ScanKind;
import io.jenkins.plugins.securitycenter.watch.RunState.Phase;
import java.util.Optional;

/**
 * Makes a scan for one run, launches it exactly once and removes it in the end. When Jenkins stops while the scan is
 * being made, it is found again by its mark.
 */
final class OnDemand implements Beginning {

    private final OnDemandOrder order;
    private final Launch launch;
    private final Leftovers leftovers;

    OnDemand(Crew crew, OnDemandOrder order, RunState state) {
        this.order = order;
        this.launch = new Launch(crew.results(), order.order());
        this.leftovers = crew.leftovers();
        if (leaves(state)) {
            leftovers.inUse(order.mark());
        }
    }

    @Override
    public ScanOrder order() {
        return order.order();
    }

    @Override
    public RunState prepare(SecurityCenter server, RunState state, Steps steps)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        OnDemandScans scans = new OnDemandScans(server);
        Optional<String> made = state.phase() == Phase.NEW ? Optional.empty() : scans.find(order.mark());
        made.ifPresent(id -> steps.log("Found scan \"" + order.scan().name() + "\", which was made for this build."));
        String id = made.isPresent() ? made.get() : make(server, scans, state, steps);
        return launch.launching(server, id, order.scan().name(), steps);
    }

    private String make(SecurityCenter server, OnDemandScans scans, RunState state, Steps steps)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        OnDemandScans.Draft draft = scans.draft(order.scan());
        Precheck.launch(server, ScanKind.ACTIVE, order.scan().scope(), steps);
        if (state.phase() == Phase.NEW) {
            leftovers.sweep(server, order, steps);
            leftovers.inUse(order.mark());
            steps.saved(state.creating(draft.name(), steps.now()));
        }
        return scans.create(draft, order.mark());
    }

    @Override
    public RunState begin(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        return launch.begin(server, state);
    }

    @Override
    public Optional<RunState> find(SecurityCenter server, RunState state)
            throws SecurityCenterException, ScanFailedException, InterruptedException {
        return launch.find(server, state);
    }

    @Override
    public void goOn(SecurityCenter server, RunState state) {
        launch.goOn(server, state);
    }

    @Override
    public String done() {
        return launch.done();
    }

    @Override
    public boolean leaves(RunState state) {
        return state.phase() != Phase.NEW;
    }

    @Override
    public String tidy(SecurityCenter server, RunState state) throws SecurityCenterException, InterruptedException {
        OnDemandScans scans = new OnDemandScans(server);
        try {
            Optional<String> id = state.scanId().isEmpty() ? scans.find(order.mark()) : Optional.of(state.scanId());
            if (id.isEmpty()) {
                return "";
            }
            scans.delete(id.get());
            return "Removed scan \"" + state.scanName() + "\", which was made for this build.";
        } finally {
            leftovers.noLongerInUse(order.mark());
        }
    }
}
