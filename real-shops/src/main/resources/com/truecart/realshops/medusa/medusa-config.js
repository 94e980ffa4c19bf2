'use strict';
const { defineConfig } = require('@medusajs/framework/utils');

module.exports = defineConfig({
    projectConfig: {
        databaseUrl: process.env.DATABASE_URL,
        databaseDriverOptions: { connection: { ssl: false } },
        http: {
            storeCors: '',
            adminCors: '',
            authCors: '',
            jwtSecret: process.env.SHOP_PASSWORD,
            cookieSecret: process.env.SHOP_PASSWORD,
        },
    },
    admin: { disable: true },
});
