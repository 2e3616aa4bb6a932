package org.jenkinsci.plugins.structs.describable;

import java.io.Serializable;
import java.util.Collection;

public final class DescribableModel<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    private DescribableModel() {}

    public static native <T> DescribableModel<T> of(Class<T> clazz);

    public native Collection<DescribableParameter> getParameters();

    public static native UninstantiatedDescribable uninstantiate2_(Object o);
}
