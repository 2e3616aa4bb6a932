package io.jenkins.plugins.securitycenter.build;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Descriptor;
import hudson.model.Result;
import hudson.tasks.BuildWrapper;
import hudson.tasks.Builder;
import hudson.tasks.Publisher;
import io.jenkins.plugins.securitycenter.harness.Builds;
import java.util.Map;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What docs/freestyle.md says of Job DSL and of pipelines. */
@WithJenkins
class SymbolsJenkinsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "securityCenterScan",
                "securityCenterRequest",
                "securityCenterExport",
                "securityCenterReport",
                "securityCenterImport",
                "securityCenterAsset"
            })
    void nameTheBuildSteps(String symbol, JenkinsRule jenkins) {
        assertThat(type(Builder.class, symbol)).isEqualTo(getClass().getPackage());
    }

    @Test
    void nameTheOthers(JenkinsRule jenkins) {
        assertThat(type(Publisher.class, "securityCenterRecord"))
                .isEqualTo(getClass().getPackage());
        assertThat(type(BuildWrapper.class, "withSecurityCenter"))
                .isEqualTo(getClass().getPackage());
    }

    @Test
    void takeTheParametersOfTheStepAsTask(JenkinsRule jenkins) throws Exception {
        ScanBuilder builder = DescribableModel.of(ScanBuilder.class)
                .instantiate(Map.of("task", Map.of("scan", "Weekly network scan", "timeout", 240)), null);
        assertThat(builder.getTask().getScan()).isEqualTo("Weekly network scan");
        assertThat(builder.getTask().getTimeout()).isEqualTo(240);
    }

    @Test
    void areNotForTheStepOfPipelines(JenkinsRule jenkins) throws Exception {
        jenkins.buildAndAssertStatus(
                Result.FAILURE, Builds.pipeline(jenkins, "node { step([$class: 'ScanBuilder', task: [scan: '1']]) }"));
    }

    private static Package type(Class<?> base, String symbol) {
        Descriptor<?> descriptor = SymbolLookup.get().findDescriptor(base, symbol);
        return descriptor == null ? null : descriptor.clazz.getPackage();
    }
}
