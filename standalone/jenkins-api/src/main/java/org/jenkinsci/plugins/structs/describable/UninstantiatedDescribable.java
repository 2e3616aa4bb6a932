package org.jenkinsci.plugins.structs.describable;

import java.io.Serializable;

public class UninstantiatedDescribable implements Serializable {
    private static final long serialVersionUID = 1L;
}
