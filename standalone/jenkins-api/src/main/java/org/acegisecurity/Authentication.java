package org.acegisecurity;

import java.io.Serializable;
import java.security.Principal;

@Deprecated
public interface Authentication extends Principal, Serializable {
    org.springframework.security.core.Authentication toSpring();
}
