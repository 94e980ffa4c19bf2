'use strict';
// A Vendure with nothing in it: no products, no zone, no promotions. Its database is memory and goes with the process.
const { bootstrap, dummyPaymentHandler, DefaultLogger, LogLevel } = require('@vendure/core');

// the one who started us holds our input open; when it is gone, so are we
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();

bootstrap({
    apiOptions: {
        hostname: '127.0.0.1',
        port: Number(process.env.SHOP_PORT || 0),
        adminApiPath: 'admin-api',
        shopApiPath: 'shop-api',
        cors: false,
        // the most a shopper may ask for at once; a hundred is the default
        shopListQueryLimit: Number(process.env.SHOP_PAGE || 100),
    },
    authOptions: {
        // sessions by bearer token; the back office also by a key, as others are given one
        tokenMethod: ['bearer', 'api-key'],
        superadminCredentials: { identifier: 'keeper', password: process.env.SHOP_PASSWORD },
    },
    dbConnectionOptions: {
        type: 'sqljs',
        database: new Uint8Array(0),
        autoSave: false,
        synchronize: true,
        logging: false,
    },
    logger: new DefaultLogger({ level: LogLevel.Warn, timestamp: false }),
    paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
    plugins: [],
}).then(
    app => {
        const server = app.getHttpServer();
        // longer than any caller keeps a connection: one that the shop closes first looks like a lost answer
        server.keepAliveTimeout = 120000;
        console.log('READY ' + server.address().port);
    },
    error => {
        console.error(error);
        process.exit(1);
    },
);
