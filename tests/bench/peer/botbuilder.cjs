// The same bot as anybody would write it with Microsoft's botbuilder.
'use strict';
const {CloudAdapter, ConfigurationBotFrameworkAuthentication} = require('botbuilder');
const {answer, env, fetch_token, listen, make_server} = require('./common.cjs');

const credentials = {
  async signRequest(request) {
    request.headers.set('authorization', `Bearer ${await fetch_token()}`);
    return request;
  },
};
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({
  MicrosoftAppId: env('APP_ID'),
  ValidateAuthority: 'true',
  ToBotFromChannelOpenIdMetadataUrl: env('METADATA'),
  ToBotFromEmulatorOpenIdMetadataUrl: env('METADATA'),
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  OAuthUrl: 'https://token.botframework.com',
}, {isValidAppId: async id => id === env('APP_ID'), isAuthenticationDisabled: async () => false, createCredentials: async () => credentials}));
adapter.onTurnError = async (_, error) => {
  console.error('turn failed:', error);
};

async function on_turn(context) {
  if (context.activity.type === 'message') await context.sendActivity(answer(context.activity.text));
}
listen(make_server((request, response) => adapter.process(request, response, on_turn)));
