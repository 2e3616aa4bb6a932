/**
 * Exports, stored files and table pages of findings. Findings are streamed, so memory does not grow with their number.
 */
package io.jenkins.plugins.securitycenter.report;
