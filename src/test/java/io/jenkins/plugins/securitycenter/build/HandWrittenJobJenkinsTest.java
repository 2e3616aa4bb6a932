package io.jenkins.plugins.securitycenter.build;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
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
