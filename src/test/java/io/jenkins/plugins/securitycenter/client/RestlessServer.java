package io.jenkins.plugins.securitycenter.client;

import io.jenkins.plugins.securitycenter.client.transport.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A server that ends each connection after its first answer, without having said so. */
public final class RestlessServer implements AutoCloseable {

    /** When it ends a connection. */
    public enum Ends {
        /** At once. */
        BEHIND_THE_ANSWER,
        /** When the next request has arrived, which it does not answer. */
        BEHIND_THE_NEXT_REQUEST
    }

    private static final String BODY = "{\"response\":{},\"error_code\":0,\"error_msg\":\"\"}";

    private final ServerSocket socket;
    private final Ends ends;
    private final List<String> requests = new ArrayList<>();
    private final List<CompletableFuture<Void>> connections = new ArrayList<>();

    public RestlessServer(Ends ends) throws IOException {
        this.ends = ends;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "RestlessServer");
        thread.setDaemon(true);
        thread.start();
    }

    public Endpoint endpoint() {
        return Endpoint.of("prod", URI.create("http://127.0.0.1:" + socket.getLocalPort()));
    }

    /** Method and path of the requests that have arrived. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** Waits until all connections have ended. */
    public void awaitEnds() {
        List<CompletableFuture<Void>> all;
        synchronized (this) {
            all = List.copyOf(connections);
        }
        all.forEach(CompletableFuture::join);
    }

    private void accept() {
        while (true) {
            try {
                Socket connection = socket.accept();
                synchronized (this) {
                    connections.add(CompletableFuture.runAsync(() -> serve(connection)));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            if (read(reader)) {
                String answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length()
                        + "\r\n\r\n" + BODY;
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                if (ends == Ends.BEHIND_THE_NEXT_REQUEST) {
                    read(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a request; false when there is none. */
    private boolean read(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        if (line == null) {
            return false;
        }
        int length = 0;
        for (String header = reader.readLine(); !header.isEmpty(); header = reader.readLine()) {
            if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).trim());
            }
        }
        reader.skip(length);
        synchronized (this) {
            requests.add(line.replaceAll(" HTTP.*", "").replace("/rest", ""));
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
