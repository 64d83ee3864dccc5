// The same bot with @microsoft/teams.apps.
'use strict';
const {App} = require('@microsoft/teams.apps');
const {PUBLIC, withOverrides} = require('@microsoft/teams.api');
const {ConsoleLogger} = require('@microsoft/teams.common');
const {answer, env, fetch_token, make_server, listen} = require('./common.cjs');

/** The library's door without Express. */
class PlainDoor {
  #routes = {};
  #server = make_server(async (request, response) => {
    const {status, body} = await this.#routes[request.url]({body: request.body, headers: request.headers});
    response.status(status).send(body);
  });

  registerRoute(method, path, handle) {
    this.#routes[path] = handle;
  }

  async start() {
    listen(this.#server);
  }

  stop() {
    this.#server.close();
  }
}

/** The library reads when its own token ends, so that must look like one. */
async function own_token() {
  const claims = {aud: 'https://api.botframework.com', appid: env('APP_ID'), exp: Math.floor(Date.now() / 1000) + 3600, jti: await fetch_token()};
  const part = value => Buffer.from(value).toString('base64url');
  return [part('{"alg":"RS256","typ":"JWT"}'), part(JSON.stringify(claims)), part('s'.repeat(256))].join('.');
}
let kept;

const app = new App({
  clientId: env('APP_ID'), tenantId: env('TENANT'), token: () => (kept ??= own_token()), logger: new ConsoleLogger('bot', {level: 'error'}),
  cloud: withOverrides(PUBLIC, {openIdMetadataUrl: env('METADATA')}), httpServerAdapter: new PlainDoor(),
});
app.on('message', async ({activity, send}) => {
  await send(answer(activity.text));
});
app.start(0);
