package io.jenkins.plugins.securitycenter.simulator;

import java.util.Map;

/** {@code /file}: uploads that other requests refer to. */
final class FileResource implements Resource {
    private final World world;

    FileResource(World world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public Reply answer(Call call, Caller caller) {
        Map<String, byte[]> files = world.uploads(caller);
        if (call.is("POST", 2) && call.segment(1).equals("upload")) {
            Upload upload = Upload.read(call.header("Content-Type"), call.body());
            String name = world.sessions().newCookie().substring(0, 6);
            files.put(name, upload.content());
            String context = call.query("context");
            return Reply.of(Json.texts(
                    "filename", name, "originalFilename", upload.fileName(), "content", "", "context", context));
        }
        if (call.is("POST", 2) && call.segment(1).equals("clear")) {
            String name = call.json().path("filename").asText();
            files.remove(name);
            return Reply.of(Json.texts("filename", name));
        }
        throw call.unknown();
    }
}
