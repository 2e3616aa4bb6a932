package io.jenkins.plugins.securitycenter.build;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.jenkins.plugins.securitycenter.step.GateRule;
import io.jenkins.plugins.securitycenter.step.RecordStep;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class HandWrittenJobJenkinsTest {

    @Test
    void whatAJobLeavesOutHasItsDefault(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = (FreeStyleProject) jenkins.jenkins.createProjectFromXML(
                "job", new ByteArrayInputStream("""
                        <project>
                          <builders>
                            <io.jenkins.plugins.securitycenter.build.ScanBuilder>
                              <task><scan>DMZ</scan></task>
                            </io.jenkins.plugins.securitycenter.build.ScanBuilder>
                            <io.jenkins.plugins.securitycenter.build.RequestBuilder>
                              <task><path>/scan</path></task>
                            </io.jenkins.plugins.securitycenter.build.RequestBuilder>
                          </builders>
                        </project>""".getBytes(StandardCharsets.UTF_8)));
        ScanBuilder scan = job.getBuildersList().get(ScanBuilder.class);
        assertThat(scan.getTask().getWaitFor()).isEqualTo("imported");
        assertThat(scan.getTask().getOnAbort()).isEqualTo("stop");
        assertThat(scan.getTask().getOnPartial()).isEqualTo("unstable");
        RequestBuilder request = job.getBuildersList().get(RequestBuilder.class);
        assertThat(request.getTask().getMethod()).isEqualTo("GET");
        assertThat(request.getTask().isFailOnError()).isTrue();
    }

    /** Jenkins leaves out what it does not understand, so that a gate or a limit would vanish. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <scanquality/>                                                          | "scanquality"
            <scanQuality><authenticatedHosts>95,5</authenticatedHosts></scanQuality> | task/scanQuality/authenticatedHosts"
            <gates><gate><threshold>1</threshold></gate></gates>                    | "gate"
            <gates class="string">1 High total</gates>                              | "gates"
            <gates>1 High total</gates>                                             | "gates"
            <gates><null/></gates>                                                  | "gates"
            <gates class="linked-hash-map"/>                                        | "gates"
            <scanQuality authenticatedHosts="90"/>                                  | "authenticatedHosts"
            <scanQuality>90</scanQuality>                                           | "scanQuality"
            <abortPipeline>yes</abortPipeline>                                      | "abortPipeline"
            </task><gates/><task>                                                   | "gates"
            """)
    void whatJenkinsLeavesOutIsNamed(String content, String name, JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = (FreeStyleProject) jenkins.jenkins.createProjectFromXML(
                "job",
                new ByteArrayInputStream("<project><publishers><%1$s><task>%2$s</task></%1$s></publishers></project>"
                        .formatted(RecordPublisher.class.getName(), content)
                        .getBytes(StandardCharsets.UTF_8)));
        // The element is not in the file any more.
        job.save();
        job.doReload();

        FreeStyleBuild build = jenkins.buildAndAssertStatus(
                Result.FAILURE, jenkins.jenkins.getItemByFullName("job", FreeStyleProject.class));

        jenkins.assertLogContains("The stored configuration of the step is not understood: ", build);
        jenkins.assertLogContains(name, build);
    }

    @Test
    void whatAJobStoresIsLoaded(JenkinsRule jenkins) throws Exception {
        GateRule gate = new GateRule(1, "High", "new");
        gate.setCve("CVE-2024-3094");
        RecordStep record = new RecordStep();
        record.setGates(List.of(gate));
        record.setSla("critical=15");
        FreeStyleProject job = jenkins.createFreeStyleProject("job");
        job.getPublishersList().add(new RecordPublisher(record));
        job.save();

        job.doReload();

        RecordStep read = jenkins.jenkins
                .getItemByFullName("job", FreeStyleProject.class)
                .getPublishersList()
                .get(RecordPublisher.class)
                .getTask();
        read.checkComplete();
        assertThat(read.getGates().get(0).getCve()).isEqualTo("CVE-2024-3094");
        assertThat(read.getSla()).isEqualTo("critical=15");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            builders     | ScanBuilder     |         | task is missing; set the parameters of the step inside task.
            publishers   | RecordPublisher |         | task is missing; set the parameters of the step inside task.
            buildWrappers| SessionWrapper  |         | task is missing; set the parameters of the step inside task.
            builders     | ImportBuilder   | <task/> | file is empty; enter the path of a .nessus file in the workspace.
            builders     | ReportBuilder   | <task/> | report is empty; enter the name or the ID of a report definition.
            builders     | AssetBuilder    | <task><addresses class="string">192.0.2.1</addresses></task> | name is empty; enter the name of an asset list.
            """)
    void whatAJobLacksIsNamed(String list, String type, @Nullable String content, String sentence, JenkinsRule jenkins)
            throws Exception {
        String name = "io.jenkins.plugins.securitycenter.build." + type;
        FreeStyleProject job = (FreeStyleProject) jenkins.jenkins.createProjectFromXML(
                "job",
                new ByteArrayInputStream("<project><%1$s><%2$s>%3$s</%2$s></%1$s></project>"
                        .formatted(list, name, content == null ? "" : content)
                        .getBytes(StandardCharsets.UTF_8)));

        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains(sentence, build);
        jenkins.assertLogNotContains("NullPointerException", build);
    }
}
