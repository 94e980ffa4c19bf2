'use strict';
// A Medusa over a database that is there already. With SHOP_PREPARE it makes the tables and a keeper instead, once for all later starts.
process.env.NODE_ENV = 'production';
const { fork } = require('child_process');

// the one who started us holds our input open; when it is gone, so are we
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();

const cli = require.resolve('@medusajs/cli/cli.js');

function run(...args) {
    return new Promise((resolve, reject) => {
        const child = fork(cli, args, { cwd: __dirname });
        child.on('error', reject);
        child.on('exit', code => (code === 0 ? resolve() : reject(new Error(args[0] + ' ended with ' + code))));
    });
}

async function prepare() {
    await run('db:migrate');
    await run('user', '-e', 'keeper@example.com', '-p', process.env.SHOP_PASSWORD);
    return 0;
}

async function serve() {
    const { default: start } = require('@medusajs/medusa/commands/start');
    const { server } = await start({ directory: __dirname, host: '127.0.0.1', port: Number(process.env.SHOP_PORT || 0) });
    while (!server.listening) {
        await new Promise(resolve => server.once('listening', resolve));
    }
    // longer than any caller keeps a connection: one that the shop closes first looks like a lost answer
    server.keepAliveTimeout = 120000;
    return server.address().port;
}

(process.env.SHOP_PREPARE ? prepare() : serve()).then(
    port => console.log('READY ' + port),
    error => {
        console.error(error);
        process.exit(1);
    },
);
