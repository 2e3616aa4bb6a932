package io.jenkins.plugins.securitycenter.result;

import jenkins.model.details.Detail;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The line of a record among the details of its build. */
@Restricted(NoExternalUse.class)
public final class RecordDetail extends Detail {

    private final FindingsAction of;

    RecordDetail(FindingsAction of) {
        super(of.getRun());
        this.of = of;
    }

    public FindingsAction getRecord() {
        return of;
    }
}
