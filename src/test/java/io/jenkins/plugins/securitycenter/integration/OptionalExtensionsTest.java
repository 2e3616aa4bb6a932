package io.jenkins.plugins.securitycenter.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jenkins skips an optional extension if looking up its methods and superclasses fails, and only then. */
class OptionalExtensionsTest {

    @ParameterizedTest
    @MethodSource("extensions")
    void isNotLoadedWithoutItsPlugin(Class<?> extension) {
        assertThatThrownBy(() -> methods(new PluginLoader(true).loadClass(extension.getName())))
                .isInstanceOfAny(NoClassDefFoundError.class, TypeNotPresentException.class);
    }

    @ParameterizedTest
    @MethodSource("extensions")
    void isLoadedWithItsPlugin(Class<?> extension) throws Exception {
        assertThat(methods(new PluginLoader(false).loadClass(extension.getName())))
                .isNotEmpty();
    }

    static List<Class<?>> extensions() {
        return List.of(
                ChecksApiPublisher.class,
                JobsByRiskPortlet.DescriptorImpl.class,
                SecurityCenterMcpTools.class,
                SecurityCenterMetrics.class,
                SecurityCenterSupport.class,
                SecurityCenterToken.class);
    }

    private static Method[] methods(Class<?> type) {
        assertThat(type.getGenericSuperclass()).isNotNull();
        return type.getDeclaredMethods();
    }

    /** Loads the extensions again, with or without the classes of the optional plugins. */
    private static final class PluginLoader extends ClassLoader {

        private static final String OWN = ChecksApiPublisher.class.getPackageName() + ".";

        private static final List<String> OPTIONAL = List.of(
                "com.cloudbees.jenkins.support.",
                "com.codahale.metrics.",
                "hudson.plugins.view.dashboard.",
                "io.jenkins.plugins.checks.",
                "io.jenkins.plugins.mcp.",
                "jenkins.metrics.",
                "org.jenkinsci.plugins.tokenmacro.");

        private final boolean bare;

        PluginLoader(boolean bare) {
            super(PluginLoader.class.getClassLoader());
            this.bare = bare;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (bare && OPTIONAL.stream().anyMatch(name::startsWith)) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith(OWN) ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
