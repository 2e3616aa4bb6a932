package io.jenkins.plugins.securitycenter.contract;

import static io.jenkins.plugins.securitycenter.model.SampleFinding.finding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.securitycenter.export.TableJson;
import io.jenkins.plugins.securitycenter.findings.CveRow;
import io.jenkins.plugins.securitycenter.findings.FindingRow;
import io.jenkins.plugins.securitycenter.findings.FixRow;
import io.jenkins.plugins.securitycenter.findings.HostRow;
import io.jenkins.plugins.securitycenter.findings.PluginRow;
import io.jenkins.plugins.securitycenter.findings.TablePage;
import io.jenkins.plugins.securitycenter.fix.FixParser;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import io.jenkins.plugins.securitycenter.model.Totals;
import io.jenkins.plugins.securitycenter.result.FindingsAction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The names and types of the values that programs read: the remote API of a record, and its rows as JSON. */
final class RemoteApi {

    private static final Totals TOTALS = new Totals(1, 2, 3, 4, 5);

    private RemoteApi() {}

    static String text() throws IOException {
        StringBuilder text = new StringBuilder();
        beans().forEach((type, values) -> append(text, type.getSimpleName(), values));
        for (Map.Entry<String, List<Object>> view : rows().entrySet()) {
            append(text, "rows?view=" + view.getKey(), fields(view.getValue()));
        }
        return text.toString();
    }

    /** The names of the values of a record. */
    static Set<String> names() {
        return values(FindingsAction.class).keySet();
    }

    private static void append(StringBuilder text, String heading, Map<String, String> values) {
        text.append(heading).append('\n');
        values.forEach((name, type) ->
                text.append("  ").append(name).append(": ").append(type).append('\n'));
    }

    /** The exported beans, from the record down. */
    private static Map<Class<?>, Map<String, String>> beans() {
        Map<Class<?>, Map<String, String>> beans = new LinkedHashMap<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(FindingsAction.class));
        while (!open.isEmpty()) {
            Class<?> bean = open.pop();
            if (beans.putIfAbsent(bean, values(bean)) == null) {
                exported(bean)
                        .values()
                        .forEach(method -> types(method.getGenericReturnType()).stream()
                                .filter(type -> type.isAnnotationPresent(ExportedBean.class))
                                .forEach(open::addLast));
            }
        }
        return beans;
    }

    private static Map<String, String> values(Class<?> bean) {
        Map<String, String> values = new TreeMap<>();
        exported(bean).forEach((name, method) -> values.put(name, name(method.getGenericReturnType())));
        return values;
    }

    private static Map<String, Method> exported(Class<?> bean) {
        Map<String, Method> exported = new TreeMap<>();
        for (Method method : bean.getMethods()) {
            Exported annotation = method.getAnnotation(Exported.class);
            if (annotation != null && !method.isBridge()) {
                String property = method.getName().replaceFirst("^(get|is)", "");
                String plain = property.substring(0, 1).toLowerCase(Locale.ROOT) + property.substring(1);
                exported.put(annotation.name().isEmpty() ? plain : annotation.name(), method);
            }
        }
        return exported;
    }

    private static List<Class<?>> types(Type type) {
        List<Class<?>> types = new ArrayList<>();
        if (type instanceof Class<?> plain) {
            types.add(plain);
        } else if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                types.addAll(types(argument));
            }
        }
        return types;
    }

    private static String name(Type type) {
        return type.getTypeName().replaceAll("[a-z0-9]+\\.", "").replaceAll("[A-Za-z]+\\$", "");
    }

    /** A row with all values and one without those that may be unknown, by view. */
    private static Map<String, List<Object>> rows() {
        Finding full = finding()
                .plugin(new Plugin(
                        "10107",
                        "HTTP Server Type",
                        "Web Servers",
                        "",
                        "",
                        "Hide it.",
                        List.of("CVE-2020-0001"),
                        List.of(),
                        Plugin.CheckType.REMOTE,
                        List.of("CISA-KNOWN-EXPLOITED:2022/05/03"),
                        Optional.of(Instant.EPOCH)))
                .risk(new Risk(
                        true,
                        OptionalDouble.of(7.5),
                        3,
                        OptionalDouble.of(6.1),
                        OptionalDouble.of(0.5),
                        false,
                        "",
                        true))
                .build();
        Finding bare = finding()
                .plugin(Plugin.ofId("10107"))
                .risk(new Risk(
                        Optional.empty(),
                        OptionalDouble.empty(),
                        0,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        false,
                        "",
                        false))
                .firstSeen(null)
                .build();
        LocalDate date = LocalDate.of(2026, 12, 31);
        OptionalDouble score = OptionalDouble.of(9.5);
        OptionalDouble none = OptionalDouble.empty();
        Map<String, List<Object>> rows = new LinkedHashMap<>();
        rows.put("findings", List.of(row(full), row(bare)));
        rows.put("hosts", List.of(new HostRow(full.host(), TOTALS)));
        rows.put("plugins", List.of(new PluginRow(full.plugin(), 6, TOTALS)));
        rows.put("fixes", List.of(fix(full, score, Optional.of(date)), fix(full, none, Optional.empty())));
        rows.put("cves", List.of(cve(score, Optional.of(date)), cve(none, Optional.empty())));
        return rows;
    }

    private static FindingRow row(Finding finding) {
        return new FindingRow(7, FindingState.NEW, false, true, finding);
    }

    private static FixRow fix(Finding finding, OptionalDouble score, Optional<LocalDate> due) {
        return new FixRow(
                FixParser.parse(finding.plugin()),
                "Hide it.",
                TOTALS,
                6,
                Severity.CRITICAL,
                due.map(known -> true),
                score,
                score,
                due,
                1.5);
    }

    private static CveRow cve(OptionalDouble epss, Optional<LocalDate> due) {
        return new CveRow("CVE-2020-0001", TOTALS, 6, Severity.HIGH, epss, due.map(known -> true), due, false);
    }

    /** The types of the values of a page of rows, by path. */
    private static Map<String, String> fields(List<Object> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new TableJson("any", 1, 50, new TablePage<>(2, 2, rows)).write(bytes);
        Map<String, Set<String>> types = new TreeMap<>();
        collect("", new ObjectMapper().readTree(bytes.toByteArray()), types);
        Map<String, String> fields = new TreeMap<>();
        types.forEach((path, all) -> fields.put(path, String.join(" or ", all)));
        return fields;
    }

    private static void collect(String path, JsonNode value, Map<String, Set<String>> types) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), types));
        } else if (value.isArray()) {
            value.forEach(one -> collect(path + "[]", one, types));
        } else {
            types.computeIfAbsent(path, key -> new TreeSet<>())
                    .add(value.getNodeType().name().toLowerCase(Locale.ROOT));
        }
    }
}
