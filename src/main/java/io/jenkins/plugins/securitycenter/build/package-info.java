/** Freestyle builders and publishers: shells around the steps. */
package io.jenkins.plugins.securitycenter.build;
