/** Documents about a record for people: the HTML file and the mail. Every text in them is escaped. */
package io.jenkins.plugins.securitycenter.document;
