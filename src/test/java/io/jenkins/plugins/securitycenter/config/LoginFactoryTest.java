package io.jenkins.plugins.securitycenter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.util.FormValidation;
import hudson.util.Secret;
import io.jenkins.plugins.securitycenter.client.transport.Login;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginFactoryTest {

    private static final Server SERVER = new Server("prod", "https://sc.example.com");

    @Test
    void takesKeysWithoutWhatWasCopiedAlong() {
        assertThat(LoginFactory.of(SERVER, "keys", keys("access\r\n", "\u00a0secret")))
                .isEqualTo(new Login.ApiKeys("access", "secret"));
    }

    @Test
    void refusesAKeyThatIsLeftOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiKeyCredentials(null, "keys", "", Secret.fromString("access"), null))
                .withMessage("Secret key is missing; copy it from SecurityCenter.");
    }

    @Test
    void refusesABrokenKeyWithoutShowingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys("acc\ness", "secret"))
                .withMessageStartingWith("Access key contains a space, a line break or another character")
                .withMessageNotContainingAny("acc\n", "ness");
    }

    @Test
    void saysTheSameInTheForm() {
        ApiKeyCredentials.DescriptorImpl form = new ApiKeyCredentials.DescriptorImpl();

        assertThat(form.doCheckAccessKey(Secret.fromString("access\r\n")).kind).isEqualTo(FormValidation.Kind.OK);
        assertThat(form.doCheckAccessKey(Secret.fromString("acc ess")))
                .hasMessageStartingWith("Access key contains a space");
        assertThat(form.doCheckSecretKey(null)).hasMessageStartingWith("Secret key is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ci||password", "''|secret|user name"})
    void sendsNoLoginThatIsSureToFail(String user, String password, String missing) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoginFactory.of(SERVER, "id", user(user, password)))
                .withMessage("Credentials \"id\" have no " + missing
                        + "; enter the user name and password of a SecurityCenter account.");
    }

    @Test
    void saysWhenThereAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoginFactory.of(SERVER, "id", null))
                .withMessage("Credentials \"id\" do not exist or cannot be used here for server \"prod\"; check their"
                        + " ID, scope, folder and domain.");
    }

    private static ApiKeyCredentials keys(String access, String secret) {
        return new ApiKeyCredentials(null, "keys", "", Secret.fromString(access), Secret.fromString(secret));
    }

    private static StandardUsernamePasswordCredentials user(String name, String password) {
        return (StandardUsernamePasswordCredentials) Proxy.newProxyInstance(
                LoginFactoryTest.class.getClassLoader(),
                new Class<?>[] {StandardUsernamePasswordCredentials.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getUsername" -> name;
                    case "getPassword" -> Secret.fromString(password);
                    default -> throw new AssertionError(method);
                });
    }

    @Test
    void namesKeysByTheirId() {
        ApiKeyCredentials.NameProvider names = new ApiKeyCredentials.NameProvider();
        Secret key = Secret.fromString("a-secret-key");

        assertThat(names.getName(new ApiKeyCredentials(null, "ci", "", key, key)))
                .isEqualTo("SecurityCenter API keys ci");
        assertThat(names.getName(new ApiKeyCredentials(null, "ci", " Security team ", key, key)))
                .isEqualTo("SecurityCenter API keys ci (Security team)");
    }
}
