package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.transport.ApiPath;
import io.jenkins.plugins.securitycenter.client.transport.CertificateParser;
import io.jenkins.plugins.securitycenter.client.transport.ServerUrl;
import io.jenkins.plugins.securitycenter.fuzz.FuzzInput;
import java.util.List;

/** A byte for what is written, and the text. */
public final class UserTextFuzz {

    private UserTextFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        FuzzInput input = new FuzzInput(bytes);
        int which = input.next();
        String text = input.text();
        try {
            switch (which % 4) {
                case 0 -> CertificateParser.parse(text);
                case 1 -> ApiPath.check(text);
                case 2 -> ServerUrl.parse(text);
                default -> LoginCookies.of(List.of(text, input.text()));
            }
        } catch (IllegalArgumentException e) {
            e.getMessage().length();
        }
    }
}
