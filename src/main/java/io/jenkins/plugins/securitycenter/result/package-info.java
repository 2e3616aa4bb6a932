/** What builds keep and show of scans and findings. */
package io.jenkins.plugins.securitycenter.result;
