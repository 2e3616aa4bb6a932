/**
 * The benchmark: {@code mvn -f standalone -Pbench verify}. What it measures and how is described in
 * docs/performance.md.
 */
package io.jenkins.plugins.securitycenter.benchmark;
