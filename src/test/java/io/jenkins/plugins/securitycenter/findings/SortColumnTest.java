package io.jenkins.plugins.securitycenter.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.mcp.server.annotation.ToolParam;
import io.jenkins.plugins.securitycenter.integration.SecurityCenterMcpTools;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SortColumnTest {

    private static final String START = "Column to sort by: ";

    @Test
    void assistantsKnowTheColumnsOfFindings() {
        String description = Arrays.stream(SecurityCenterMcpTools.class.getMethods())
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .map(SortColumnTest::description)
                .filter(text -> text.startsWith(START))
                .collect(Collectors.joining());
        String columns = description.substring(START.length(), description.indexOf(';'));

        Set<SortColumn> known = EnumSet.noneOf(SortColumn.class);
        for (String column : columns.split(", ")) {
            known.add(SortColumn.parse(column));
        }
        assertThat(known).isEqualTo(SortColumn.OF_FINDINGS);
    }

    private static String description(Parameter parameter) {
        ToolParam annotation = parameter.getAnnotation(ToolParam.class);
        return annotation == null ? "" : annotation.description();
    }
}
