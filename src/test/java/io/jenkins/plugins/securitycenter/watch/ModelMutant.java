package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.Pom;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** This package once more, with a fault put into its source; the exploration runs in it. */
final class ModelMutant extends ClassLoader {

    private static final String PACKAGE = ModelMutant.class.getPackageName();

    private final Map<String, byte[]> changed;

    private ModelMutant(Map<String, byte[]> changed) {
        super(ModelMutant.class.getClassLoader());
        this.changed = changed;
    }

    /** @return what the exploration of a scenario finds, if it finds anything */
    static Optional<?> explore(String correct, String faulty, ModelWorld.Scenario scenario, int faults)
            throws IOException, ReflectiveOperationException {
        Method explore = new ModelMutant(compiled(source(correct), correct, faulty))
                .loadClass(ModelExplorer.class.getName())
                .getDeclaredMethod("explore", String.class, long.class, long.class, int.class);
        explore.setAccessible(true);
        long second = scenario.second() == null ? -1 : scenario.second().toSeconds();
        return (Optional<?>) explore.invoke(
                null, scenario.kind().name(), second, scenario.timeout().toSeconds(), faults);
    }

    private static Path source(String correct) throws IOException {
        Path folder = Pom.repository().resolve("src/main/java").resolve(PACKAGE.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> with = files.filter(Files::isRegularFile)
                    .filter(file -> text(file).contains(correct))
                    .toList();
            if (with.size() != 1) {
                throw new IllegalStateException(
                        "This is to be in exactly one file, but is in " + with + ": " + correct);
            }
            return with.get(0);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> compiled(Path source, String correct, String faulty) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        try (JavaFileManager files = new Output(compiler.getStandardFileManager(null, null, null), classes)) {
            String text = text(source).replace(correct, faulty);
            List<String> options = List.of("-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"));
            if (!compiler.getTask(null, files, null, options, null, List.of(new Source(source, text)))
                    .call()) {
                throw new IllegalStateException("This does not compile: " + faulty);
            }
        }
        Map<String, byte[]> bytes = new HashMap<>();
        classes.forEach((name, content) -> bytes.put(name, content.toByteArray()));
        return bytes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PACKAGE + ".")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = changed.get(name);
        if (bytes == null) {
            try (InputStream content = getResourceAsStream(name.replace('.', '/') + ".class")) {
                bytes = content.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(Path file, String text) {
            super(file.toUri(), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> classes;

        Output(JavaFileManager files, Map<String, ByteArrayOutputStream> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(name, unknown -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
