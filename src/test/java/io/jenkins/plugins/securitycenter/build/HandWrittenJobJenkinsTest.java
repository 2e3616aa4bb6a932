package io.jenkins.plugins.securitycenter.build;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
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
}
