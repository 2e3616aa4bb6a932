/** Servers and credentials as administrators configure them. */
package io.jenkins.plugins.securitycenter.config;
