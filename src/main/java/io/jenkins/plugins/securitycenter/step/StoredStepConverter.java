package io.jenkins.plugins.securitycenter.step;

import hudson.util.XStream2;
import io.jenkins.plugins.securitycenter.config.StoredObjectConverter;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Reads the step of a freestyle job. Each step has a nested class that extends it. */
@Restricted(NoExternalUse.class)
public abstract class StoredStepConverter extends StoredObjectConverter<SecurityCenterStep> {

    protected StoredStepConverter(XStream2 xstream) {
        super(xstream);
    }

    @Override
    protected final void complete(SecurityCenterStep read, Optional<String> leftOut) {
        leftOut.ifPresent(read::leftOut);
    }
}
