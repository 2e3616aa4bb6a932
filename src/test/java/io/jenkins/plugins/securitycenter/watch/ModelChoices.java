package io.jenkins.plugins.securitycenter.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Decides what goes wrong in one execution: what its script says, and nothing after that. Points at which something else
 * could go wrong become scripts of their own, unless the same situation was met before.
 */
final class ModelChoices {

    /** What goes wrong at one point, counted from the beginning. */
    record Deviation(int point, ModelFault fault) {}

    private final List<Deviation> script;
    private final Map<Long, Object> met;
    private final List<List<Deviation>> further;
    private int points;
    private int taken;
    private boolean known;
    private boolean ended;

    /**
     * @param met the situations that were met; null to go on whatever was met
     * @param further takes the scripts that follow; null when there are none
     */
    ModelChoices(List<Deviation> script, Map<Long, Object> met, List<List<Deviation>> further) {
        this.script = script;
        this.met = met;
        this.further = further;
    }

    ModelFault choose(Supplier<CharSequence> situation, List<ModelFault> faults) {
        int point = points++;
        if (taken < script.size()) {
            Deviation next = script.get(taken);
            if (next.point() == point) {
                taken++;
                return next.fault();
            }
            return ModelFault.NONE;
        }
        if (met == null || known || ended) {
            return ModelFault.NONE;
        }
        Object before = met.putIfAbsent(hash(situation.get()), this);
        if (before != null) {
            known = before != this;
            return ModelFault.NONE;
        }
        if (further != null) {
            for (ModelFault fault : faults) {
                List<Deviation> longer = new ArrayList<>(script);
                longer.add(new Deviation(point, fault));
                further.add(longer);
            }
        }
        return ModelFault.NONE;
    }

    /** Whether all that went wrong is of these kinds. */
    boolean onlyOf(Set<ModelFault> faults) {
        return script.stream().map(Deviation::fault).allMatch(faults::contains);
    }

    /** Nothing goes wrong any more. */
    void end() {
        ended = true;
    }

    /** Whether what comes was seen already. */
    boolean known() {
        return known;
    }

    private static long hash(CharSequence text) {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }
}
