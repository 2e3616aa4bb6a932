package io.jenkins.plugins.securitycenter.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that answers requests for findings with prepared bytes, so that it needs little CPU time. It understands as
 * much of HTTP as the clients of the benchmark use: kept connections and bodies with a length. It listens on 127.0.0.1.
 */
final class ReplayServer implements Closeable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ReplayAnswers answers = new ReplayAnswers();

    ReplayServer() throws IOException {
        daemon(this::accept);
    }

    /** Runs a server until the standard input ends; its first line of output is its URL. */
    public static void main(String[] arguments) throws IOException {
        try (ReplayServer server = new ReplayServer()) {
            System.out.println(server.url());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "replay");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            ByteArrayOutputStream page = new ByteArrayOutputStream();
            List<String> head = head(in);
            while (!head.isEmpty()) {
                String[] request = head.get(0).split(" ");
                String body = new String(in.readNBytes(length(head)), StandardCharsets.UTF_8);
                page.reset();
                answers.answer(request[0], request[1], body, page);
                socket.getOutputStream()
                        .write(("HTTP/1.1 200 OK\r\nServer: Apache\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: " + page.size() + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                page.writeTo(socket.getOutputStream());
                head = head(in);
            }
        } catch (IOException e) {
            // the client has closed the connection
        }
    }

    /** Returns the lines before the body; none at the end of the stream. */
    private static List<String> head(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                if (line.isEmpty()) {
                    return lines;
                }
                lines.add(line.toString());
                line.setLength(0);
            } else if (next != '\r') {
                line.append((char) next);
            }
        }
        return List.of();
    }

    private static int length(List<String> head) {
        return head.stream()
                .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
