/** The global configuration: servers and the lookup of credentials. */
package io.jenkins.plugins.securitycenter.config;
