package io.jenkins.plugins.securitycenter.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.MockFolder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.springframework.security.core.Authentication;

/** The jobs that a build may be compared with. */
@WithJenkins
class ReferenceJobJenkinsTest {

    private static final String FOR_SYSTEM =
            "\" does not exist or cannot be read; a build that runs as SYSTEM can read jobs in its own folder and"
                    + " jobs that every logged-in user can read.";
    private static final String FOR_USERS =
            "\" does not exist or cannot be read; enter the full name of a job, such as folder/job.";

    private JenkinsRule jenkins;
    private FreeStyleProject open;
    private FreeStyleProject secret;
    private FreeStyleProject inside;
    private FreeStyleBuild topLevel;
    private FreeStyleBuild inFolder;

    @BeforeEach
    void create(JenkinsRule rule) throws Exception {
        jenkins = rule;
        MockFolder folder = jenkins.createFolder("app");
        inside = folder.createProject(FreeStyleProject.class, "main");
        open = jenkins.createFreeStyleProject("open");
        secret = jenkins.createFreeStyleProject("secret");
        topLevel = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("mine"));
        inFolder = jenkins.buildAndAssertSuccess(folder.createProject(FreeStyleProject.class, "PR-1"));
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .toEveryone()
                .grant(Item.READ)
                .onItems(open)
                .toAuthenticated()
                .grant(Item.READ)
                .onItems(folder, inside)
                .to("insider"));
    }

    @Test
    void asSystemAreThoseThatEveryUserMayRead() {
        assertThat(ReferenceJob.ofBuild("open", topLevel)).isEqualTo(open);
        assertThat(ReferenceJob.ofBuild("/open", inFolder)).isEqualTo(open);
        refuses("secret", topLevel, FOR_SYSTEM);
        refuses("app/main", topLevel, FOR_SYSTEM);
        refuses("/secret", inFolder, FOR_SYSTEM);
    }

    @Test
    void asSystemAreThoseOfTheSameFolder() {
        assertThat(ReferenceJob.ofBuild("main", inFolder)).isEqualTo(inside);
        assertThat(ReferenceJob.ofBuild("app/main", inFolder)).isEqualTo(inside);
    }

    @Test
    void includeTheirOwn() {
        assertThat(ReferenceJob.ofBuild("mine", topLevel)).isEqualTo(topLevel.getParent());
        assertThat(ReferenceJob.ofBuild("PR-1", inFolder)).isEqualTo(inFolder.getParent());
    }

    @Test
    void asAUserAreThoseThatTheUserMayRead() {
        as("insider", () -> {
            assertThat(ReferenceJob.ofBuild("main", inFolder)).isEqualTo(inside);
            assertThat(ReferenceJob.ofBuild("app/main", topLevel)).isEqualTo(inside);
            refuses("secret", topLevel, FOR_USERS);
        });
        as("stranger", () -> {
            refuses("main", inFolder, FOR_USERS);
            assertThat(ReferenceJob.ofBuild("/open", inFolder)).isEqualTo(open);
        });
    }

    @Test
    void areNotToldFromMissingOnes() {
        refuses("nowhere", topLevel, FOR_SYSTEM);
        as("insider", () -> refuses("nowhere", topLevel, FOR_USERS));
    }

    private static void refuses(String name, FreeStyleBuild build, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceJob.ofBuild(name, build))
                .withMessage("Reference job \"" + name + reason);
    }

    @SuppressWarnings("try")
    private static void as(String user, Runnable what) {
        Authentication authentication = User.getById(user, true).impersonate2();
        try (ACLContext ignored = ACL.as2(authentication)) {
            what.run();
        }
    }
}
