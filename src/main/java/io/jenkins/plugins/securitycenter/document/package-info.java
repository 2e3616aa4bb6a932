/** Documents about a record for people: the HTML file and the mail. Every text in them is escaped. */
@NullMarked
package io.jenkins.plugins.securitycenter.document;

import org.jspecify.annotations.NullMarked;
