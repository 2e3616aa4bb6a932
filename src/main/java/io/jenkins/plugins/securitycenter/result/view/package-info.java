/** The view models of pages: requests, links, table lines, charts. Independent of Jenkins. */
@NullMarked
package io.jenkins.plugins.securitycenter.result.view;

import org.jspecify.annotations.NullMarked;
