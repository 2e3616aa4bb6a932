/** What users changed: in the log of Jenkins and in a file. */
package io.jenkins.plugins.securitycenter.audit;
