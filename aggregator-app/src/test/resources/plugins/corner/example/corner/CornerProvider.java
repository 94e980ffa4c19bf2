package example.corner;

import com.truecart.spi.Budget;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Setting;
import java.util.List;
import java.util.Set;

/** A kind written and built outside of Truecart: a corner shop with a list of goods. */
public class CornerProvider implements ConnectorProvider {

    @Override
    public ConnectorDescriptor descriptor() {
        return new ConnectorDescriptor(
                "corner",
                "Corner shop",
                Set.of(Capability.CATALOG, Capability.WEBHOOKS, Capability.HAND_OFF),
                List.of(
                        Setting.required("shop", "Address of the shop", Setting.Type.URL),
                        Setting.required("key", "Key the shop gave you", Setting.Type.SECRET)),
                Budget.WEB_SHOP);
    }

    @Override
    public Connector open(ConnectorContext context) {
        return new CornerConnector(context);
    }
}
