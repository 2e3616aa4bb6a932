/** What is made of findings: exports, stored files, pages of tables. Streams throughout; memory does not grow with rows. */
package io.jenkins.plugins.securitycenter.report;
