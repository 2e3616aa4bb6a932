package io.jenkins.plugins.securitycenter.step;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field of type {@code Object} in a stored configuration whose value never handles a request. Jenkins 2.572 and newer
 * do not load a job with a field of that type that has no annotation of this name. To be replaced by that of Jenkins when the
 * baseline has it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface XstreamSafeObjectField {}
