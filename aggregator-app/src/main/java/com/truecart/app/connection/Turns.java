package com.truecart.app.connection;

import com.truecart.spi.Call;
import java.util.function.Supplier;

/** When a call to an upstream may be made, and how often. */
interface Turns {

    /** Makes a call of this safety in its turn. */
    <T> T run(Call.Safety safety, Supplier<T> call);
}
