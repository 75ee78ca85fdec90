package io.leakage.ui.web;

import io.leakage.api.desk.DeskAdmin;
import io.leakage.api.desk.DeskState;
import io.leakage.api.desk.Desks;
import io.leakage.api.desk.RefusedSetting;
import io.leakage.ui.text.DeskJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code /leakage/v1/desks} and {@code /leakage/v1/desks/{id}}: how desks stand (GET), and to change one (PUT an object of its fields,
 * DELETE). Changing needs a token with the role admin for that desk, always. A desk that the caller may not know of is answered as one
 * that is not there.
 */
public class DesksServlet extends DoorServlet {
    private static final long serialVersionUID = 1L;

    private final transient Desks desks;
    private final transient DeskAdmin admin;

    DesksServlet(Desks desks, DeskAdmin admin, Callers callers, Door door) {
        super(door, callers);
        this.desks = desks;
        this.admin = admin;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, Problem {
        answer(caller(request), Path.of(request), request, response);
    }

    private void answer(Caller caller, List<String> path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, Problem {
        if (path.isEmpty() || path.equals(List.of(""))) {
            if (!reads(request)) {
                throw Problem.methodNotAllowed(request.getMethod(), "GET, HEAD");
            }
            Answer.json(response, DeskJson.all(desks.all().stream().filter(desk -> caller.mayKnow(desk.id())).toList()));
        } else if (path.size() > 1) {
            throw Problem.notFound("there is nothing below v1/desks/{id}");
        } else if (reads(request)) {
            Answer.json(response, DeskJson.of(known(path.get(0), caller)));
        } else {
            change(caller, path.get(0), request, response);
        }
    }

    private DeskState known(String id, Caller caller) throws Problem {
        return desks.all().stream().filter(desk -> desk.id().equals(id) && caller.mayKnow(id)).findFirst().orElseThrow(() -> unknown(id));
    }

    private void change(Caller caller, String id, HttpServletRequest request, HttpServletResponse response) throws IOException, Problem {
        if (!caller.mayAdminister(id)) {
            throw caller.user().equals(Caller.NOBODY) ? Problem.unauthorized("changing a desk needs a token with the role admin")
                    : unknown(id);
        }
        switch (request.getMethod()) {
            case "PUT" -> {
                try {
                    boolean isNew = admin.json(id) == null;
                    admin.put(id, body(request));
                    response.setStatus(isNew ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK);
                    Answer.json(response, admin.json(id));
                } catch (RefusedSetting refused) {
                    throw Problem.refused(refused);
                }
            }
            case "DELETE" -> {
                if (!admin.remove(id)) {
                    throw unknown(id);
                }
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> throw Problem.methodNotAllowed(request.getMethod(), "GET, HEAD, PUT, DELETE");
        }
    }

    private static String body(HttpServletRequest request) throws IOException, Problem {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Problem.tooLarge(MOST_BYTES);
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Problem unknown(String id) {
        return Problem.notFound("no desk has the id " + id);
    }
}
