package io.jenkins.plugins.securitycenter.report;

import java.util.OptionalInt;

/**
 * Where a finding stands among those that a filter lets through, in the order of a table.
 *
 * @param position from 0
 * @param matching how many the filter lets through
 * @param previous the number of the row before it
 * @param next the number of the row after it
 */
public record Neighbours(int position, int matching, OptionalInt previous, OptionalInt next) {}
