package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Credentials: what is particular to a type goes into {@code typeFields}, and secrets never come back. */
final class CredentialContent implements ObjectKind.Content {
    private static final Set<String> COMMON = Set.of("name", "description", "tags", "type", "groups");
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|passphrase|secret|privateKey).*");

    @Override
    public ObjectNode read(ObjectNode body, boolean fresh) {
        if (fresh) {
            ObjectKind.need(body, "name", "type");
        }
        ObjectNode fields = body.deepCopy().retain(COMMON);
        ObjectNode typeFields = body.deepCopy().remove(List.copyOf(COMMON));
        body.fieldNames().forEachRemaining(name -> {
            if (SECRET.matcher(name).matches()) {
                typeFields.put(name, "SET");
            }
        });
        return typeFields.isEmpty() ? fields : fields.set("typeFields", typeFields);
    }
}
