package io.jenkins.plugins.securitycenter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;

/** What holds for all inputs; tried with the same random ones in each run, see {@code junit-platform.properties}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Property(seed = "8834", edgeCases = EdgeCasesMode.NONE)
public @interface Law {}
