// The same bot with @microsoft/agents-hosting. For tokens of api.botframework.com the library knows one key server only, Microsoft's;
// so it gets tokens of Entra's shape, whose key server is the configured authority. The check is the same: RS256, issuer, audience.
'use strict';
const {authorizeJWT, CloudAdapter, ConnectionManager, getAuthConfigWithDefaults} = require('@microsoft/agents-hosting');
const {answer, env, fetch_token, listen, make_server} = require('./common.cjs');

const settings = getAuthConfigWithDefaults({
  clientId: env('APP_ID'), tenantId: env('TENANT'), clientSecret: env('SECRET'), authority: env('AUTHORITY'), authorityEndpoint: env('AUTHORITY'),
  issuers: [`${env('AUTHORITY')}/${env('TENANT')}/v2.0`], validateIssuer: true,
});
const adapter = new CloudAdapter(settings);
const provider = {connectionSettings: settings, getAccessToken: fetch_token};
adapter.connectionManager = new ConnectionManager(() => provider, undefined, undefined, settings);
adapter.onTurnError = async (_, error) => {
  console.error('turn failed:', error);
};

async function on_turn(context) {
  if (context.activity.type === 'message') await context.sendActivity(answer(context.activity.text));
}
const check_token = authorizeJWT(settings);
listen(make_server((request, response) => check_token(request, response, () => adapter.process(request, response, on_turn))));
