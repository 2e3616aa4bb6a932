package io.jenkins.plugins.securitycenter.simulator;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.io.HttpConnectionFactory;

/** Makes the server's connections and can break the socket below one, which no HTTP library does on purpose. */
final class Connections implements HttpConnectionFactory<DefaultBHttpServerConnection> {
    private static final int LONGEST_LINE = 64 * 1024;
    private final Map<SocketAddress, Socket> sockets = new ConcurrentHashMap<>();
    private final Optional<SSLSocketFactory> tls;
    private final boolean clientCertificates;

    Connections(Optional<SSLSocketFactory> tls, boolean clientCertificates) {
        this.tls = tls;
        this.clientCertificates = clientCertificates;
    }

    @Override
    public DefaultBHttpServerConnection createConnection(Socket socket) throws IOException {
        sockets.values().removeIf(Socket::isClosed);
        sockets.put(socket.getRemoteSocketAddress(), socket);
        Http1Config limits = Http1Config.custom().setMaxLineLength(LONGEST_LINE).build();
        DefaultBHttpServerConnection connection = new DefaultBHttpServerConnection(scheme(), limits);
        if (tls.isPresent()) {
            // the host name only matters to clients
            SSLSocket secure = (SSLSocket) tls.get().createSocket(socket, "127.0.0.1", socket.getPort(), true);
            secure.setUseClientMode(false);
            secure.setWantClientAuth(clientCertificates);
            connection.bind(secure, socket);
        } else {
            connection.bind(socket);
        }
        return connection;
    }

    String scheme() {
        return tls.isPresent() ? "https" : "http";
    }

    /** Ends a connection as a crash of the network does: the peer gets an RST. */
    void reset(SocketAddress peer) throws IOException {
        Socket socket = sockets.get(peer);
        if (socket != null) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    /** Ends a connection without the rest of the answer and without the end of TLS. */
    void cut(SocketAddress peer) throws IOException {
        Socket socket = sockets.get(peer);
        if (socket != null) {
            socket.close();
        }
    }

    /** The number of connections that are open. */
    int open() {
        sockets.values().removeIf(Socket::isClosed);
        return sockets.size();
    }

    void closeAll() {
        for (Socket socket : sockets.values()) {
            try {
                socket.close();
            } catch (IOException e) {
                // closed is all that it has to be
                sockets.values().remove(socket);
            }
        }
    }
}
