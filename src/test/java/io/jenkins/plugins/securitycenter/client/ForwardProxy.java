package io.jenkins.plugins.securitycenter.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy for http and, by CONNECT, for https; one request a connection. */
final class ForwardProxy implements AutoCloseable {

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String required;
    /** First lines of requests, and whether they proved a user. */
    final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    private ForwardProxy(String required) throws IOException {
        this.required = required;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    static ForwardProxy open() throws IOException {
        return new ForwardProxy("");
    }

    static ForwardProxy of(String user, String password) throws IOException {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new ForwardProxy(
                "proxy-authorization: basic " + Base64.getEncoder().encodeToString(pair));
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                threads.submit(() -> serve(client));
            }
        } catch (IOException e) {
            close();
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            String first = head.lines().findFirst().orElse("");
            boolean proven =
                    head.toLowerCase(java.util.Locale.ROOT).contains(required.toLowerCase(java.util.Locale.ROOT));
            seen.add(first + (required.isEmpty() ? "" : proven ? " (user)" : " (nobody)"));
            if (proven) {
                forward(client, head, first.split(" "));
            } else {
                answer(client, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forward(Socket client, String head, String[] first) throws IOException {
        boolean tunnel = first[0].equals("CONNECT");
        URI target = URI.create(tunnel ? "tunnel://" + first[1] : first[1]);
        try (Socket server = new Socket(target.getHost(), target.getPort())) {
            if (tunnel) {
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } else {
                String path = first[0] + " " + target.getRawPath() + " " + first[2];
                String rest = head.substring(head.indexOf("\r\n"));
                server.getOutputStream().write((path + rest).getBytes(StandardCharsets.ISO_8859_1));
            }
            threads.submit(() -> copy(client, server));
            copy(server, client);
        }
    }

    private static void answer(Socket client, String status) throws IOException {
        String answer = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    private static void copy(Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
            to.shutdownOutput();
        } catch (IOException e) {
            // either side may leave first
            Thread.yield();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
