package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Collection;
import java.util.List;

public interface ItemGroup<T extends Item> extends PersistenceRoot, ModelObject {
    String getFullName();

    String getFullDisplayName();

    String getUrl();

    Collection<T> getItems();

    default <I extends Item> List<I> getAllItems(Class<I> type) {
        return List.of();
    }

    @CheckForNull
    T getItem(String name);
}
