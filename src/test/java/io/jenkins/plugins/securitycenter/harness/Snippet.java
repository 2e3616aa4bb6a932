package io.jenkins.plugins.securitycenter.harness;

import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyShell;
import groovy.lang.Script;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.ClassDescriptor;

/** A line of a pipeline that calls one step. */
public final class Snippet {

    private Snippet() {}

    /** The step as Pipeline makes it of that line. */
    public static Step read(String groovy) {
        CompilerConfiguration compiler = new CompilerConfiguration();
        compiler.setScriptBaseClass(Pipeline.class.getName());
        return (Step) new GroovyShell(Snippet.class.getClassLoader(), new Binding(), compiler).evaluate(groovy);
    }

    /** Makes a step of every method that is called. */
    public abstract static class Pipeline extends Script {

        @Override
        public Object invokeMethod(String name, Object arguments) {
            StepDescriptor step = StepDescriptor.byFunctionName(name);
            try {
                return step.newInstance(named(step, Arrays.asList((Object[]) arguments)));
            } catch (Exception e) {
                throw new AssertionError(name, e);
            }
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> named(StepDescriptor step, List<?> arguments) {
            List<?> values = arguments.stream()
                    .filter(argument -> !(argument instanceof Closure))
                    .toList();
            if (values.isEmpty()) {
                return Map.of();
            }
            if (values.get(0) instanceof Map<?, ?> map) {
                return (Map<String, Object>) map;
            }
            return Map.of(new ClassDescriptor(step.clazz).loadConstructorParamNames()[0], values.get(0));
        }
    }
}
