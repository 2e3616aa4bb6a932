package com.cloudbees.plugins.credentials.domains;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.List;

public class URIRequirementBuilder {
    private URIRequirementBuilder() {}

    public static native @NonNull URIRequirementBuilder create();

    public static native @NonNull URIRequirementBuilder fromUri(@CheckForNull String uri);

    public native @NonNull List<DomainRequirement> build();
}
