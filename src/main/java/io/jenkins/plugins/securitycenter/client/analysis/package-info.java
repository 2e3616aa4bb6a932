/** Queries for findings ({@code POST /analysis}) that return every finding or fail. */
package io.jenkins.plugins.securitycenter.client.analysis;
