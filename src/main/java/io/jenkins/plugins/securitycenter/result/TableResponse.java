package io.jenkins.plugins.securitycenter.result;

import com.fasterxml.jackson.databind.json.JsonMapper;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.securitycenter.result.view.TableView;
import java.io.IOException;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/**
 * A page of a table, or the message that explains why there is none.
 *
 * @param page null if there is a problem
 * @param problem the message; empty if there is a page
 * @param status the HTTP status
 */
@Restricted(NoExternalUse.class)
public record TableResponse(@CheckForNull TableView page, String problem, int status) implements HttpResponse {

    private static final JsonMapper MAPPER = new JsonMapper();

    static TableResponse of(TableView page) {
        return new TableResponse(page, "", 200);
    }

    static TableResponse problem(int status, String sentence) {
        return new TableResponse(null, sentence, status);
    }

    /** Returns the problem as JSON. */
    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        DataResponse.json(status, out -> MAPPER.writeValue(out, Map.of("error", problem)))
                .generateResponse(request, response, node);
    }
}
