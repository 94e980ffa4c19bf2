package com.truecart.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.sandbox.ucp.UcpPolicy;
import com.truecart.sandbox.ucp.UcpPolicy.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The operations as tools, as any client of the Model Context Protocol calls them. */
class UcpMcpTest {
    private static final String SHOP = "voltage";
    private static final String META =
            "\"meta\":{\"ucp-agent\":{\"profile\":\"https://buyer.example/ucp.json\"}}";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());

    @BeforeEach
    void serveTools() {
        sandbox.ucp(SHOP).adopt(UcpPolicy.plain().over(Transport.MCP));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void theProfileNamesTheOneBindingThatIsServed() {
        JsonNode profile =
                new Caller(sandbox.shop(SHOP).base().toString()).get("/.well-known/ucp").json();
        JsonNode service = profile.path("ucp").path("services").path("dev.ucp.shopping");
        assertThat(service).hasSize(1);
        assertThat(service.path(0).path("transport").asString("")).isEqualTo("mcp");
        assertThat(
                        new Caller(sandbox.shop(SHOP).base().toString())
                                .post("/ucp/v1/catalog/search", "{\"query\":\"\"}")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void aToolAnswersWithTheResourceTwiceAsDataAndAsText() {
        JsonNode result =
                call("\"search_catalog\"", META + ",\"catalog\":{\"query\":\"ssd\"}")
                        .path("result");
        assertThat(result.path("structuredContent").path("products")).isNotEmpty();
        assertThat(result.path("content").path(0).path("text").asString(""))
                .isEqualTo(result.path("structuredContent").toString());
    }

    @Test
    void aRefusalOfTheBusinessIsAResultAndNoError() {
        JsonNode content =
                call("\"get_order\"", META + ",\"id\":\"ord_none\"")
                        .path("result")
                        .path("structuredContent");
        assertThat(content.path("ucp").path("status").asString("")).isEqualTo("error");
        assertThat(UcpBuyer.messages(content)).isEqualTo("not_found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "-32600 | invalid_request | {}",
                "-32600 | invalid_request | no json",
                "-32600 | invalid_request | {'jsonrpc':'2.0','id':1,'method':'tools/list'}",
                "-32001 | invalid_profile_url | {'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'get_order','arguments':{'id':'x'}}}",
                "-32601 | not_found | {'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'pay','arguments':{META}}}",
                "-32602 | invalid_request | {'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'search_catalog','arguments':{META,'catalog':{}}}}"
            })
    void aCallThatIsWrongIsAnErrorWithACodeAndAWord(int code, String word, String body) {
        JsonNode error = post(body.replace('\'', '"').replace("META", META)).path("error");
        assertThat(error.path("code").asInt(0)).isEqualTo(code);
        assertThat(error.path("data").path("code").asString("")).isEqualTo(word);
    }

    @Test
    void unsignedCallsAreRefusedWhereSignaturesAreDemanded() {
        sandbox.ucp(SHOP).adopt(UcpPolicy.plain().over(Transport.MCP).demandingSignatures());
        JsonNode error = call("\"get_order\"", META + ",\"id\":\"x\"").path("error");
        assertThat(error.path("code").asInt(0)).isEqualTo(-32_000);
        assertThat(error.path("data").path("code").asString("")).isEqualTo("signature_missing");
    }

    private JsonNode call(String tool, String arguments) {
        return post(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":%s,\"arguments\":{%s}}}"
                        .formatted(tool, arguments));
    }

    private JsonNode post(String body) {
        return new Caller(sandbox.shop(SHOP).base().toString(), "Content-Type", "application/json")
                .post("/ucp/mcp", body)
                .json();
    }
}
