package io.jenkins.plugins.securitycenter.config;

import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import hudson.util.XStream2;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Reads a stored object like Jenkins does, and tells it what was left out. Jenkins finds the nested class {@code ConverterImpl}
 * of a class, and creates it with a constructor that takes {@link XStream2}.
 */
@Restricted(NoExternalUse.class)
public abstract class StoredObjectConverter<T> extends XStream2.PassthruConverter<T> {

    protected StoredObjectConverter(XStream2 xstream) {
        super(xstream);
    }

    @Override
    @SuppressWarnings("unchecked")
    public final Object unmarshal(HierarchicalStreamReader reader, UnmarshallingContext context) {
        ReadErrors errors = ReadErrors.of(context);
        StoredElements elements = new StoredElements(reader, errors);
        Object read = super.unmarshal(elements, context);
        elements.compare(read);
        complete((T) read, errors.leftOut());
        return read;
    }

    @Override
    protected final void callback(T read, UnmarshallingContext context) {
        // The errors are known when everything has been read.
    }

    /**
     * Called when the object has been read. By default, only the converter of the enclosing object is told what was left out.
     *
     * @param leftOut names the elements that Jenkins left out, in quotes; empty if there are none
     */
    protected void complete(T read, Optional<String> leftOut) {
        // An error of a nested object is one of the enclosing object, too.
    }
}
