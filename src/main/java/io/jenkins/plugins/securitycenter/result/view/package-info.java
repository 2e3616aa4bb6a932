/** The view models of pages: requests, links, table lines, charts. Independent of Jenkins. */
package io.jenkins.plugins.securitycenter.result.view;
