package io.jenkins.plugins.securitycenter.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The script of what goes wrong; the first plan that fits a request is used up by it. */
public final class Faults {
    private final List<Plan> plans = new ArrayList<>();

    private BiConsumer<String, String> onEach = (method, path) -> {};

    Faults() {}

    /** Is told the method and path of each request before its plan is looked for, so that it can make one for it. */
    public synchronized void onEach(BiConsumer<String, String> listener) {
        onEach = listener;
    }

    /**
     * Begins a plan for requests of this method ({@code *} for any) and path below {@code /rest}, where {@code *}
     * stands for one segment and {@code **} for anything. A method of the result says what happens and puts the plan
     * in force: for every such request, unless {@link Plan#times} limits it.
     */
    public FaultChoice on(String method, String path) {
        StringBuilder regex = new StringBuilder();
        for (String part : path.split("(?<=\\*\\*)|(?=\\*\\*)|(?<!\\*)(?=\\*)|(?<=\\*)(?!\\*)")) {
            regex.append(
                    switch (part) {
                        case "**" -> ".*";
                        case "*" -> "[^/]*";
                        default -> Pattern.quote(part);
                    });
        }
        return new FaultChoice(this, method, Pattern.compile(regex.toString()));
    }

    /** Forgets all plans. */
    public synchronized void clear() {
        plans.clear();
    }

    /** The number of plans that still wait for requests; plans without a limit count for ever. */
    public synchronized int pending() {
        return plans.size();
    }

    synchronized Plan add(Plan plan) {
        plans.add(plan);
        return plan;
    }

    synchronized Optional<Fault> next(Call call) {
        onEach.accept(call.method(), call.path());
        for (Iterator<Plan> each = plans.iterator(); each.hasNext(); ) {
            Plan plan = each.next();
            if (!plan.matches(call)) {
                continue;
            }
            if (plan.skip > 0) {
                plan.skip--;
                continue;
            }
            if (plan.left > 0 && --plan.left == 0) {
                each.remove();
            }
            return Optional.of(plan.fault);
        }
        return Optional.empty();
    }

    /** A plan in force. */
    public final class Plan {
        private final String method;
        private final Pattern path;
        private final Fault fault;
        private int left = -1;
        private int skip;

        Plan(String method, Pattern path, Fault fault) {
            this.method = method;
            this.path = path;
            this.fault = fault;
        }

        private boolean matches(Call call) {
            boolean verb = method.equals("*") || method.equals(call.method());
            return verb && path.matcher(call.path()).matches();
        }

        /** Only for this number of requests. */
        public Plan times(int number) {
            synchronized (Faults.this) {
                left = number;
                return this;
            }
        }

        /** Lets this number of fitting requests pass first. */
        public Plan after(int number) {
            synchronized (Faults.this) {
                skip = number;
                return this;
            }
        }
    }
}
