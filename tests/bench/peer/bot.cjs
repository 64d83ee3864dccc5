// The same bot as anybody would write it in Node: Microsoft's botbuilder in front, MiniSearch behind (with its tolerance for
// typing errors, as ours has), an Adaptive Card as the answer. Plain node:http instead of a web framework, in its favour.
'use strict';
const {readFileSync} = require('node:fs');
const http = require('node:http');
const {CardFactory, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory} = require('botbuilder');
const MiniSearch = require('minisearch');

const env = name => process.env[`PEER_${name}`];
const stop_words = new Set('hvem har er ansvarlig for tager sig af ved du der sidder med'.split(' '));

function make_index() {
  const [header, ...lines] = readFileSync(env('CATALOGUE'), 'utf8').trimEnd().split('\n');
  const columns = header.split(';');
  const rows = lines.map((line, id) => ({id, ...Object.fromEntries(line.split(';').map((cell, n) => [columns[n], cell]))}));
  const index = new MiniSearch({
    fields: ['task', 'keywords', 'description'],
    storeFields: ['name', 'email', 'department', 'task'],
    processTerm: term => (stop_words.has(term.toLowerCase()) ? null : term.toLowerCase()),
    searchOptions: {prefix: term => term.length > 3, fuzzy: Number(env('FUZZY')), boost: {task: 2}},
  });
  index.addAll(rows);
  return text => index.search(text).slice(0, 5);
}

/** The SDK's usual way to Entra is bound to Microsoft's hosts; this one asks the local token server, once. */
function make_credentials() {
  let token;
  const fetch_token = async () => {
    const form = new URLSearchParams({grant_type: 'client_credentials', client_id: env('APP_ID'), client_secret: env('SECRET'), scope: 'https://api.botframework.com/.default'});
    const answer = await fetch(env('TOKEN_ENDPOINT'), {method: 'POST', body: form});
    return (await answer.json()).access_token;
  };
  const credentials = {
    async signRequest(request) {
      token ??= fetch_token();
      request.headers.set('authorization', `Bearer ${await token}`);
      return request;
    },
  };
  return {isValidAppId: async id => id === env('APP_ID'), isAuthenticationDisabled: async () => false, createCredentials: async () => credentials};
}

function make_card(question, hits) {
  const body = [{type: 'TextBlock', text: hits.length ? question : `Jeg kan ikke finde nogen, der har »${question}«.`, weight: 'Bolder', wrap: true}];
  for (const hit of hits) {
    body.push({type: 'Container', separator: true, items: [
      {type: 'TextBlock', text: hit.name, size: 'Medium', wrap: true},
      {type: 'FactSet', facts: [{title: 'Opgave', value: hit.task}, {title: 'Afdeling', value: hit.department}, {title: 'Mail', value: hit.email}]},
    ]});
  }
  return {type: 'AdaptiveCard', version: '1.5', body, actions: hits.slice(0, 1).map(hit => ({type: 'Action.OpenUrl', title: 'Mail', url: `mailto:${hit.email}`}))};
}

const search = make_index();
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({
  MicrosoftAppId: env('APP_ID'),
  ValidateAuthority: 'true',
  ToBotFromChannelOpenIdMetadataUrl: env('METADATA'),
  ToBotFromEmulatorOpenIdMetadataUrl: env('METADATA'),
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  OAuthUrl: 'https://token.botframework.com',
}, make_credentials()));
adapter.onTurnError = async (_, error) => {
  console.error('turn failed:', error);
};

async function on_turn(context) {
  if (context.activity.type !== 'message') return;
  const question = context.activity.text;
  const message = MessageFactory.attachment(CardFactory.adaptiveCard(make_card(question, search(question))));
  message.summary = question;
  await context.sendActivity(message);
}

const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    request.body = JSON.parse(Buffer.concat(parts).toString('utf8'));
    response.status = code => Object.assign(response, {statusCode: code});
    response.header = (name, value) => response.setHeader(name, value);
    response.send = body => response.end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));
    adapter.process(request, response, on_turn).catch(error => {
      console.error('request failed:', error);
      response.destroy();
    });
  });
});
server.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${server.address().port}`));
