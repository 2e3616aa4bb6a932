package io.jenkins.plugins.securitycenter.record;

import io.jenkins.plugins.securitycenter.client.analysis.FindingFilters;
import io.jenkins.plugins.securitycenter.gate.Gate;
import io.jenkins.plugins.securitycenter.gate.GateCondition;
import io.jenkins.plugins.securitycenter.model.PortRange;
import java.util.List;
import java.util.Optional;

/** Checks that the filters of a record do not leave out what a gate counts, because the gate could not be violated by it. */
record GateScopeCheck(Gate gate, FindingFilters filters) {

    private static final String NUMBER = "\\d+";
    private static final double HIGHEST_SCORE = 10;

    /** @throws IllegalArgumentException if they do, with a message for the user */
    void check() {
        GateCondition condition = gate.condition();
        if (condition.exploitAvailable() && filters.values("exploitAvailable").equals(Optional.of(List.of("false")))) {
            throw leftOut("exploitAvailable", "true", "exploitAvailable");
        }
        filters.values("port").ifPresent(this::checkPorts);
        filters.values("cve").ifPresent(this::checkCves);
        filters.values("family").ifPresent(this::checkFamily);
        filters.values("vpr").ifPresent(range -> checkScore(range, "vpr", "minimumVpr", condition.minimumVpr()));
        filters.values("cvss").ifPresent(range -> checkScore(range, "cvss", "minimumCvss", condition.minimumCvss()));
    }

    private void checkPorts(List<String> ports) {
        for (String entry : gate.condition().scope().port()) {
            PortRange range = PortRange.parse(entry);
            if (ports.stream().mapToInt(Integer::parseInt).noneMatch(range::contains)) {
                throw leftOut("port", entry, "port");
            }
        }
    }

    private void checkCves(List<String> cves) {
        for (String cve : gate.condition().scope().cve()) {
            if (!cves.contains(cve)) {
                throw leftOut("cve", cve, "cve");
            }
        }
    }

    /** The name of a family of which the filter has the ID is not known here. */
    private void checkFamily(List<String> families) {
        String family = gate.condition().pluginFamily();
        if (!family.isEmpty()
                && families.stream().noneMatch(one -> one.matches(NUMBER) || one.equalsIgnoreCase(family))) {
            throw leftOut("pluginFamily", family, "family");
        }
    }

    /** A gate with a minimum counts all higher scores, so the filter must not leave them out. */
    private void checkScore(List<String> range, String filter, String field, double minimum) {
        String highest = range.get(0).substring(range.get(0).indexOf('-') + 1);
        if (minimum > 0 && Double.parseDouble(highest) < HIGHEST_SCORE) {
            throw leftOut(field, Double.toString(minimum), filter);
        }
    }

    private IllegalArgumentException leftOut(String field, String value, String name) {
        String filter = filters.written(name);
        return new IllegalArgumentException("gate " + field + " \"" + value + "\" counts findings that the filter "
                + filter + " leaves out; use another one for the gate, or record these findings.");
    }
}
