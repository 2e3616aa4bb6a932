package io.jenkins.plugins.securitycenter.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.securitycenter.step.AssetStep;
import io.jenkins.plugins.securitycenter.step.ImportStep;
import io.jenkins.plugins.securitycenter.step.RawResultStep;
import io.jenkins.plugins.securitycenter.step.RecordStep;
import io.jenkins.plugins.securitycenter.step.ReportStep;
import io.jenkins.plugins.securitycenter.step.RequestStep;
import io.jenkins.plugins.securitycenter.step.ScanStep;
import io.jenkins.plugins.securitycenter.step.SecurityCenterStep;
import io.jenkins.plugins.securitycenter.step.SessionStep;
import io.jenkins.plugins.securitycenter.step.TaskStep;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Makes steps of the arguments in a pipeline, and checks their values, as Jenkins does when the step starts. */
final class Steps {

    /** Stands for a value that is known only when the pipeline runs. */
    static final Object UNKNOWN = new Object();

    private static final String VARIABLE = "$UNKNOWN";

    private static final Map<String, Class<? extends SecurityCenterStep>> TYPES = Map.of(
            "securityCenterScan", ScanStep.class,
            "securityCenterRecord", RecordStep.class,
            "securityCenterExport", RawResultStep.class,
            "securityCenterReport", ReportStep.class,
            "securityCenterImport", ImportStep.class,
            "securityCenterAsset", AssetStep.class,
            "securityCenterRequest", RequestStep.class,
            "withSecurityCenter", SessionStep.class);

    private Steps() {}

    static boolean isStep(String name) {
        return TYPES.containsKey(name);
    }

    /** Makes the step of a call, and checks its values. */
    static void check(Script.Call call) throws Exception {
        String name = call.name();
        Class<? extends SecurityCenterStep> type = TYPES.get(name);
        Map<String, Object> all = new LinkedHashMap<>(call.arguments());
        if (call.single() != null) {
            List<String> parameters = constructorParameters(type);
            assertThat(parameters)
                    .as("parameters of the constructor of " + name + ", which is called without names")
                    .hasSize(1);
            all.put(parameters.get(0), call.single());
        }
        if (call.declarative()) {
            assertThat(all.keySet())
                    .as("parameters that Declarative requires of " + name)
                    .containsAll(constructorParameters(type));
        }
        if (instance(type, all) instanceof TaskStep step) {
            step.check(text -> text.replace(VARIABLE, "7"));
        }
    }

    private static Object instance(Class<?> type, Map<String, Object> arguments) throws Exception {
        Map<String, Object> rest = new LinkedHashMap<>(arguments);
        Constructor<?> constructor = type.getConstructors()[0];
        List<String> names = constructorParameters(type);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            values.add(converted(rest.remove(names.get(i)), constructor.getGenericParameterTypes()[i]));
        }
        Object made = constructor.newInstance(values.toArray());
        for (Map.Entry<String, Object> argument : rest.entrySet()) {
            String name = argument.getKey();
            String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            Method method = Arrays.stream(type.getMethods())
                    .filter(one -> one.getName().equals(setter) && one.getParameterCount() == 1)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(type.getSimpleName() + " has no parameter " + name));
            method.invoke(made, converted(argument.getValue(), method.getGenericParameterTypes()[0]));
        }
        return made;
    }

    @SuppressWarnings("unchecked")
    private static Object converted(Object value, Type type) throws Exception {
        if (type instanceof ParameterizedType list) {
            List<Object> elements = new ArrayList<>();
            for (Object element : (List<?>) value) {
                elements.add(converted(element, list.getActualTypeArguments()[0]));
            }
            return elements;
        }
        if (type == int.class || type == double.class) {
            Number number = value == null ? 0 : value == UNKNOWN ? 7 : (Number) value;
            return type == int.class ? (Object) number.intValue() : (Object) number.doubleValue();
        }
        if (value == UNKNOWN) {
            return type == boolean.class ? (Object) true : VARIABLE;
        }
        if (value instanceof Map<?, ?> && type != Object.class) {
            return instance((Class<?>) type, (Map<String, Object>) value);
        }
        if (type == Object.class) {
            return known(value);
        }
        return value;
    }

    /** Lists and maps without unknown values. */
    private static Object known(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Steps::known).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> known = new LinkedHashMap<>();
            map.forEach((key, one) -> known.put(key, known(one)));
            return known;
        }
        return value == UNKNOWN ? VARIABLE : value;
    }

    private static List<String> constructorParameters(Class<?> type) throws IOException {
        Properties properties = new Properties();
        try (InputStream stapler = type.getResourceAsStream(type.getSimpleName() + ".stapler")) {
            properties.load(stapler);
        }
        String names = properties.getProperty("constructor");
        return names.isEmpty() ? List.of() : List.of(names.split(","));
    }
}
