package org.jenkinsci.plugins.structs.describable;

public final class DescribableParameter {
    private DescribableParameter() {}

    public native String getName();

    @SuppressWarnings("rawtypes")
    public native Class getErasedType();
}
