package com.truecart.connector.ucp;

import com.truecart.connector.ucp.Calls.Answer;
import com.truecart.kit.Json;
import com.truecart.spi.Call;
import com.truecart.spi.Reply;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Operations as methods and paths. */
final class RestBinding implements Binding {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Override
    public Call call(String endpoint, Operation operation) {
        Call call =
                new Call(
                        operation.method(),
                        URI.create(endpoint + operation.path()),
                        Map.of(),
                        operation.payload().map(sent -> MAPPER.writeValueAsString(sent.body())),
                        operation.safety());
        Call typed =
                call.body().isPresent() ? call.header("Content-Type", "application/json") : call;
        return Binding.keyed(typed, operation);
    }

    /** UCP answers 200 for business failures too, and says so in {@code ucp.status}. */
    @Override
    public Answer answer(Operation operation, Reply reply) {
        Json body = Json.parse(reply.body());
        if (reply.isSuccess() && !Answer.isError(body)) {
            return new Answer.Good(body, reply.at());
        }
        List<Message> messages = Message.of(body);
        return new Answer.Refusal(
                reply.status(),
                messages.isEmpty() ? List.of(protocolError(body)) : messages,
                Answer.continueAt(body));
    }

    /**
     * What is wrong with the request itself is said in another shape: {@code {"code","content"}}.
     */
    private static Message protocolError(Json body) {
        String code = body.optionalText("code").orElse("error");
        return Message.error(code, body.optionalText("content").orElse(code), Optional.empty());
    }
}
