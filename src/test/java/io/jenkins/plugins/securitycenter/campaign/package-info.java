/**
 * Random but valid stories of builds against a server that fails in every way the simulator knows. See docs/testing.md.
 */
package io.jenkins.plugins.securitycenter.campaign;
