package hudson;

import hudson.model.AbstractDescribableImpl;
import hudson.model.Saveable;
import hudson.util.Secret;
import io.jenkins.plugins.securitycenter.standalone.Declared;
import java.io.IOException;
import java.io.Serializable;
import java.net.Proxy;
import java.net.http.HttpClient;
import java.util.List;
import java.util.regex.Pattern;

public final class ProxyConfiguration extends AbstractDescribableImpl<ProxyConfiguration>
        implements Saveable, Serializable {
    private static final long serialVersionUID = 1L;
    public final String name;
    public final int port;
    private String noProxy;
    private String user;
    private Secret password;

    public ProxyConfiguration(String name, int port) {
        this.name = name;
        this.port = port;
    }

    public static List<Pattern> getNoProxyHostPatterns(String noProxyHost) {
        return Declared.only();
    }

    public static HttpClient.Builder newHttpClientBuilder() {
        return Declared.only();
    }

    public Proxy createProxy(String host) {
        return Declared.only();
    }

    public String getName() {
        return name;
    }

    public int getPort() {
        return port;
    }

    public String getNoProxyHost() {
        return noProxy;
    }

    public List<Pattern> getNoProxyHostPatterns() {
        return Declared.only();
    }

    public String getUserName() {
        return user;
    }

    public Secret getSecretPassword() {
        return password;
    }

    public void setNoProxyHost(String noProxyHost) {
        this.noProxy = noProxyHost;
    }

    public void setUserName(String userName) {
        this.user = userName;
    }

    public void setSecretPassword(Secret secretPassword) {
        this.password = secretPassword;
    }

    @Override
    public void save() throws IOException {
        Declared.only();
    }
}
