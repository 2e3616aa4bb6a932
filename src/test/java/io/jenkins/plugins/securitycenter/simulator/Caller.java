package io.jenkins.plugins.securitycenter.simulator;

/** Who makes a request: an account, by session or by keys, or nobody ({@code account} is null). */
record Caller(Account account, Session session) {
    static final Caller NOBODY = new Caller(null, null);

    boolean known() {
        return account != null;
    }

    String name() {
        return known() ? account.username() : "";
    }

    /** Turns administrators away: they own no scans. */
    Caller mustBeInOrganization(String action) {
        if (account.administrator()) {
            throw Refusal.forbidden(action);
        }
        return this;
    }
}
