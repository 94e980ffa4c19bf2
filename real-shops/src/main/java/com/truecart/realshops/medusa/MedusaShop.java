package com.truecart.realshops.medusa;

import com.truecart.realshops.Availability;
import com.truecart.realshops.NpmFolder;
import com.truecart.realshops.RealShopException;
import com.truecart.realshops.ShopProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A real Medusa on this machine, over a PostgreSQL of its own: it sells what its {@linkplain
 * #admin() back office} is told. Both listen on loopback and end with this process at the latest.
 */
public final class MedusaShop implements AutoCloseable {
    // thirteen seconds on two busy cores
    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final String PROGRAM = "shop.js";

    private final MedusaDatabase database;
    private final ShopProcess process;
    private final HttpClient http;
    private final MedusaAdmin admin;
    private final MedusaStorefront storefront;

    private MedusaShop(
            MedusaDatabase database, ShopProcess process, HttpClient http, Api stranger) {
        this.database = database;
        this.process = process;
        this.http = http;
        this.admin = MedusaAdmin.open(stranger);
        this.storefront = new MedusaStorefront(stranger, admin.publishableKey());
    }

    /** Whether a shop can be started here. */
    public static Availability available() {
        return Availability.ofNode();
    }

    /** Starts a shop that is installed in this module's build folder. */
    public static MedusaShop start() {
        return start(0);
    }

    /**
     * The same at a port of the caller's choice.
     *
     * @param port 0 for any free one
     */
    public static MedusaShop start(int port) {
        String root = System.getProperty("truecart.root", "");
        return start(Path.of(root, "real-shops", "target", "npm", "medusa").toAbsolutePath(), port);
    }

    /**
     * Starts a shop.
     *
     * @param folder where it is installed; used again while the versions are the same
     * @param port where on 127.0.0.1 it listens; 0 for any free one
     * @throws RealShopException if it cannot be installed or started; says what it printed
     */
    public static MedusaShop start(Path folder, int port) {
        Availability available = available();
        if (!available.present()) {
            throw new RealShopException(available.sentence());
        }
        NpmFolder.prepare(folder, MedusaShop.class, PROGRAM, "medusa-config.js");
        MedusaDatabase database =
                MedusaDatabase.open(
                        folder,
                        environment -> program(folder, environment, Map.of("SHOP_PREPARE", "1")));
        try {
            ShopProcess process =
                    program(
                            folder,
                            database.environment(),
                            Map.of("SHOP_PORT", Integer.toString(port)));
            return serving(database, process);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static MedusaShop serving(MedusaDatabase database, ShopProcess process) {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            return new MedusaShop(database, process, http, new Api(http, base(process)));
        } catch (RuntimeException e) {
            http.close();
            process.close();
            throw e;
        }
    }

    private static ShopProcess program(
            Path folder, Map<String, String> environment, Map<String, String> mode) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(mode);
        all.put("SHOP_PASSWORD", MedusaAdmin.PASSWORD);
        all.put("MEDUSA_DISABLE_TELEMETRY", "true");
        return ShopProcess.start(folder, PROGRAM, all, START_LIMIT);
    }

    /** Where what it sells, its promotions and its orders are kept. */
    public MedusaAdmin admin() {
        return admin;
    }

    /** What anybody may ask it. */
    public MedusaStorefront storefront() {
        return storefront;
    }

    /** Where others can call it. */
    public URI address() {
        return base(process);
    }

    /** The last lines it printed. */
    public String printed() {
        return process.tail();
    }

    @Override
    public void close() {
        process.close();
        http.close();
        database.close();
    }

    private static URI base(ShopProcess process) {
        return URI.create("http://127.0.0.1:" + process.port());
    }
}
