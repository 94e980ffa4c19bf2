package com.truecart.connector.ucp;

import com.truecart.sandbox.ucp.UcpPolicy;
import com.truecart.sandbox.ucp.UcpPolicy.Transport;

/** Over MCP: the same shop, the same promises. */
class UcpMcpContractTest extends HandOffContract {

    @Override
    UcpPolicy policy() {
        return UcpPolicy.plain().over(Transport.MCP);
    }
}
