package io.jenkins.plugins.securitycenter.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Writes {@code META-INF/annotations/<annotation>}: the binary names of the classes that carry the annotation or have a
 * method that does, one a line. Jenkins finds symbols, initializers and terminators by these files alone, and the build of
 * another plugin finds the types that it must not use.
 */
@SupportedAnnotationTypes({
    "org.jenkinsci.Symbol",
    "hudson.init.Initializer",
    "hudson.init.Terminator",
    "org.kohsuke.accmod.Restricted"
})
public final class AnnotationIndex extends AbstractProcessor {
    private final Map<String, Set<String>> classes = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            Set<String> names =
                    classes.computeIfAbsent(annotation.getQualifiedName().toString(), key -> new TreeSet<>());
            round.getElementsAnnotatedWith(annotation).forEach(element -> names.add(binaryName(element)));
        }
        if (round.processingOver()) {
            classes.forEach(this::write);
        }
        return false;
    }

    private String binaryName(Element element) {
        TypeElement type = element instanceof TypeElement itself ? itself : (TypeElement) element.getEnclosingElement();
        return processingEnv.getElementUtils().getBinaryName(type).toString();
    }

    private void write(String annotation, Set<String> names) {
        try (Writer index = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", "META-INF/annotations/" + annotation)
                .openWriter()) {
            index.write(String.join("\n", names) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
