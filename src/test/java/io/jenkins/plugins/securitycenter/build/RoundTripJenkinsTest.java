package io.jenkins.plugins.securitycenter.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import hudson.model.FreeStyleProject;
import hudson.model.Items;
import hudson.tasks.Builder;
import io.jenkins.plugins.securitycenter.config.SecurityCenterConfiguration;
import io.jenkins.plugins.securitycenter.config.Server;
import io.jenkins.plugins.securitycenter.harness.Samples;
import io.jenkins.plugins.securitycenter.harness.Setup;
import io.jenkins.plugins.securitycenter.harness.Snippet;
import io.jenkins.plugins.securitycenter.step.AssetStep;
import io.jenkins.plugins.securitycenter.step.FindingsQuery;
import io.jenkins.plugins.securitycenter.step.GateRule;
import io.jenkins.plugins.securitycenter.step.RecordStep;
import io.jenkins.plugins.securitycenter.step.RequestStep;
import io.jenkins.plugins.securitycenter.step.SecurityCenterStep;
import io.jenkins.plugins.securitycenter.step.SessionStep;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Every step is the same after it went through its form, the snippet generator, a job's file and a build's file. */
@WithJenkins
class RoundTripJenkinsTest {

    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Setup.add(Setup.keys(Samples.KEYS, CredentialsScope.GLOBAL));
        SecurityCenterConfiguration.get()
                .setServers(List.of(
                        new Server("first", "https://one.invalid"), new Server(Samples.SERVER, "https://two.invalid")));
    }

    @Test
    void allStepsAndParametersAreTried() {
        List<String> all = new ArrayList<>();
        types().forEach(type ->
                DescribableModel.of(type).getParameters().forEach(one -> all.add(name(type, one.getName()))));
        assertThat(Samples.full().stream().flatMap(step -> given(DescribableModel.uninstantiate2_(step))))
                .containsAll(all);
        assertThat(Samples.bare().values())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(
                        types().stream().filter(Step.class::isAssignableFrom).toList());
    }

    @Test
    void byTheForm() throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        List<SecurityCenterStep> builders = new ArrayList<>();
        for (SecurityCenterStep step : samples()) {
            if (step instanceof RecordStep record) {
                assertSame(jenkins.configRoundtrip(new RecordPublisher(record)).getTask(), step);
            } else if (step instanceof SessionStep session) {
                assertSame(submitted(session), step);
            } else {
                builders.add(step);
                job.getBuildersList().add(builder(step));
            }
        }
        List<Builder> after = jenkins.configRoundtrip(job).getBuildersList();
        assertThat(after).hasSameSizeAs(builders);
        for (int i = 0; i < builders.size(); i++) {
            assertSame(task(after.get(i)), builders.get(i));
        }
    }

    /** Job DSL and scripts can store them. */
    @Test
    void theFormKeepsMapsAndListsAsText() throws Exception {
        FindingsQuery query = new FindingsQuery("cumulative");
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("severity", new ArrayList<>(List.of("High", "Critical")));
        filters.put("port", 443);
        query.setFilters(filters);
        GateRule gate = new GateRule(1, "High", "total");
        gate.setHost(new ArrayList<>(List.of("a.example.com", "b.example.com")));
        RecordStep record = new RecordStep();
        record.setQuery(query);
        record.setGates(List.of(gate));
        record.setSla(new LinkedHashMap<>(Map.of("high", 7)));
        RequestStep request = new RequestStep("/scan");
        request.setMethod("POST");
        request.setQuery(new LinkedHashMap<>(Map.of("fields", new ArrayList<>(List.of("id", "name")))));
        request.setBody(new LinkedHashMap<>(Map.of("id", new ArrayList<>(List.of(1, 2)))));
        AssetStep asset = new AssetStep("list");
        asset.setAddresses(new ArrayList<>(List.of("192.0.2.1", "192.0.2.2")));

        RecordStep recorded =
                jenkins.configRoundtrip(new RecordPublisher(record)).getTask();
        RequestStep requested =
                jenkins.configRoundtrip(new RequestBuilder(request)).getTask();
        AssetStep updated = jenkins.configRoundtrip(new AssetBuilder(asset)).getTask();

        assertThat(recorded.getQuery().getFilters())
                .asString()
                .isEqualToIgnoringNewLines("severity=High,Critical\nport=443");
        assertThat(recorded.getGates().get(0).getHost()).isEqualTo("a.example.com, b.example.com");
        assertThat(recorded.getSla()).isEqualTo("high=7");
        assertThat(requested.getQuery()).isEqualTo("fields=id,name");
        assertThat(requested.getBody()).asString().isEqualToIgnoringWhitespace("{\"id\": [1, 2]}");
        assertThat(updated.getAddresses()).isEqualTo("192.0.2.1, 192.0.2.2");
    }

    @Test
    void byTheSnippetGenerator() {
        Samples.bare().forEach((groovy, step) -> {
            assertThat(Snippetizer.object2Groovy(step)).isEqualTo(groovy);
            assertSame(Snippet.read(groovy), step);
        });
        for (SecurityCenterStep step : Samples.full()) {
            String groovy = Snippetizer.object2Groovy(step);
            assertThat(groovy).doesNotContain("$class").doesNotContain("<object");
            assertSame(Snippet.read(groovy), step);
        }
    }

    @Test
    void byTheFileOfAJob() {
        for (SecurityCenterStep step : samples()) {
            assertSame((Step) Items.XSTREAM2.fromXML(Items.XSTREAM2.toXML(step)), step);
        }
    }

    @Test
    void byTheStateOfABuild() throws Exception {
        for (SecurityCenterStep step : samples()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(step);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                assertSame((Step) in.readObject(), step);
            }
        }
    }

    private static Collection<SecurityCenterStep> samples() {
        return Stream.concat(Samples.bare().values().stream(), Samples.full().stream())
                .toList();
    }

    /** The steps, and what they are made of. */
    private static List<Class<?>> types() {
        List<Class<?>> types = new ArrayList<>();
        for (Descriptor<?> descriptor : ExtensionList.lookup(Descriptor.class)) {
            if (descriptor.clazz.getPackage().equals(SecurityCenterStep.class.getPackage())) {
                types.add(descriptor.clazz);
            }
        }
        return types;
    }

    /** The parameters of the step, and of what is in it. */
    private static Stream<String> given(UninstantiatedDescribable step) {
        return step.getArguments().entrySet().stream()
                .flatMap(argument -> Stream.concat(
                        Stream.of(name(step.getModel().getType(), argument.getKey())),
                        (argument.getValue() instanceof List<?> list ? list.stream() : Stream.of(argument.getValue()))
                                .filter(UninstantiatedDescribable.class::isInstance)
                                .flatMap(inner -> given((UninstantiatedDescribable) inner))));
    }

    private static String name(Class<?> type, String parameter) {
        return type.getSimpleName() + " " + parameter;
    }

    private static void assertSame(Step actual, SecurityCenterStep expected) {
        assertThat(actual)
                .as(Snippetizer.object2Groovy(expected))
                .isNotSameAs(expected)
                .hasSameClassAs(expected)
                .usingRecursiveComparison()
                .isEqualTo(expected);
    }

    /** The only build step whose task is a step of that kind. */
    private static Builder builder(SecurityCenterStep step) throws Exception {
        for (Descriptor<Builder> descriptor : Builder.all()) {
            for (Constructor<?> constructor : descriptor.clazz.getConstructors()) {
                if (List.of(constructor.getParameterTypes()).equals(List.of(step.getClass()))) {
                    return (Builder) constructor.newInstance(step);
                }
            }
        }
        throw new AssertionError("no builder for " + step.getClass());
    }

    private static Step task(Builder builder) throws Exception {
        return (Step) builder.getClass().getMethod("getTask").invoke(builder);
    }

    private Step submitted(SessionStep step) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildWrappersList().add(new SessionWrapper(step));
        return jenkins.configRoundtrip(job)
                .getBuildWrappersList()
                .get(SessionWrapper.class)
                .getTask();
    }
}
