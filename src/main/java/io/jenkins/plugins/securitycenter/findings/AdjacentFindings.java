package io.jenkins.plugins.securitycenter.findings;

import java.util.OptionalInt;

/**
 * The position of a finding among those that match a filter, in the order of a table.
 *
 * @param position position, from 0
 * @param matching number of findings that match the filter
 * @param previous number of the row before
 * @param next number of the row after
 */
public record AdjacentFindings(int position, int matching, OptionalInt previous, OptionalInt next) {}
