/** Records the findings of a build: reads, compares, evaluates, stores and exports them. */
@NullMarked
package io.jenkins.plugins.securitycenter.record;

import org.jspecify.annotations.NullMarked;
