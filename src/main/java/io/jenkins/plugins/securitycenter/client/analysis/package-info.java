/** Queries for findings ({@code POST /analysis}) that return every finding or fail. */
@NullMarked
package io.jenkins.plugins.securitycenter.client.analysis;

import org.jspecify.annotations.NullMarked;
