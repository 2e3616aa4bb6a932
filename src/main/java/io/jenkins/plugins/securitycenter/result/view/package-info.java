/** What pages show, ready to be shown: requests, links, lines of tables, charts. Knows no Jenkins. */
package io.jenkins.plugins.securitycenter.result.view;
