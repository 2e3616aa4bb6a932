/** Records the findings of a build: reads, compares, evaluates, stores and exports them. */
package io.jenkins.plugins.securitycenter.record;
