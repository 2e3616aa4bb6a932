package hudson;

import hudson.model.AbstractDescribableImpl;
import hudson.model.Saveable;
import hudson.util.Secret;
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

    public static native List<Pattern> getNoProxyHostPatterns(String noProxyHost);

    public static native HttpClient.Builder newHttpClientBuilder();

    public native Proxy createProxy(String host);

    public String getName() {
        return name;
    }

    public int getPort() {
        return port;
    }

    public String getNoProxyHost() {
        return noProxy;
    }

    public native List<Pattern> getNoProxyHostPatterns();

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
    public native void save() throws IOException;
}
