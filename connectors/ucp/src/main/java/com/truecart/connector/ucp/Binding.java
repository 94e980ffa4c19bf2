package com.truecart.connector.ucp;

import com.truecart.connector.ucp.Calls.Answer;
import com.truecart.spi.Call;
import com.truecart.spi.Reply;
import java.util.UUID;

/** How operations are put on the wire, and answers taken off it. */
sealed interface Binding permits RestBinding, McpBinding {

    /** The call for an operation of the service at this endpoint. */
    Call call(String endpoint, Operation operation);

    /** What an answer to it says. */
    Answer answer(Operation operation, Reply reply);

    /** The same call with the key that makes a repeat of it harmless. */
    static Call keyed(Call call, Operation operation) {
        return operation
                .key()
                .map(UUID::toString)
                .map(key -> call.header("Idempotency-Key", key))
                .orElse(call);
    }
}
