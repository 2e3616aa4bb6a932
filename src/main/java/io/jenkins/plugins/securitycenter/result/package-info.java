/** Build and job actions that store and show scans and findings, and their pages. */
package io.jenkins.plugins.securitycenter.result;
