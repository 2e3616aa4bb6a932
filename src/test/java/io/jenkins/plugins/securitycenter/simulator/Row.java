package io.jenkins.plugins.securitycenter.simulator;

/** One finding, made of its slot and version; light, and gone after it was written. */
final class Row {
    private static final long DAY = 86_400;
    private final Run run;
    private final int slot;
    private final int version;
    private String text = "";
    private String acceptedBy;
    private CataloguePlugin plugin;
    private SimulatedHost host;

    Row(Run run, int slot, int version) {
        this.run = run;
        this.slot = slot;
        this.version = version;
    }

    /** What the scanner says of the host of a slot. */
    static Row report(Run run, int slot, CataloguePlugin plugin, String text) {
        Row row = new Row(
                run, slot, run.data().population().version(slot, run.data().generation()));
        row.plugin = plugin;
        row.text = text;
        return row;
    }

    /** A rule with that comment accepts the finding. */
    void accept(String comment) {
        acceptedBy = comment;
    }

    boolean accepted() {
        return acceptedBy != null;
    }

    /** The comment of the rule that accepts the finding; empty for none. */
    String acceptComment() {
        return acceptedBy == null ? "" : acceptedBy;
    }

    int slot() {
        return slot;
    }

    Run run() {
        return run;
    }

    CataloguePlugin plugin() {
        if (plugin == null) {
            plugin = Catalogue.PLUGINS.get(population().plugin(slot, version));
        }
        return plugin;
    }

    SimulatedHost host() {
        if (host == null) {
            host = run.data().reports().named(population().host(slot), slot);
        }
        return host;
    }

    Severity severity() {
        return plugin().severity();
    }

    String repositoryId() {
        return run.facts().repositoryId();
    }

    /** Whether the finding was gone in the run that it is listed for. */
    boolean mitigated() {
        return version < population().version(slot, run.data().generation());
    }

    /**
     * Epoch seconds: the end of the run that saw it, or of the one before for a mitigated finding. Agents looked up to
     * four days before their results were collected.
     */
    long lastSeen() {
        long daysAgo = (mitigated() ? 1 : 0) + run.facts().origin().family().daysBefore(host());
        return run.timeline().finish().getEpochSecond() - daysAgo * DAY;
    }

    /** Epoch seconds: as many days ago as there were runs since, or a random age for the first data. */
    long firstSeen() {
        int generation = run.data().generation();
        int since = population().since(slot, generation);
        int days = since == 0 ? generation + number(60) : generation - since;
        return Math.min(lastSeen(), run.timeline().finish().getEpochSecond() - days * DAY);
    }

    /** What the host sent; one of twenty tries to break whatever shows it. */
    String output() {
        if (!text.isEmpty()) {
            return "<plugin_output>" + text + "</plugin_output>";
        }
        CataloguePlugin plugin = plugin();
        String text = number(20) == 0
                ? Hostile.text(hash() >>> 8)
                : "Product : " + plugin.product().name() + "\nHost    : " + host().ip() + "\nBuild   : "
                        + number(10_000);
        return "<plugin_output>" + text + "</plugin_output>";
    }

    /** A fixed number for this finding, from 0 to {@code bound - 1}. */
    int number(int bound) {
        return Hash.below(bound, hash());
    }

    private long hash() {
        return population().hash(slot, version);
    }

    private Population population() {
        return run.data().population();
    }
}
