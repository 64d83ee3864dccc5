// What the Node bots have in common: MiniSearch behind (with its tolerance for typing errors, as ours has), an Adaptive Card as
// the answer, plain node:http instead of a web framework, in their favour.
'use strict';
const {readFileSync} = require('node:fs');
const http = require('node:http');
const MiniSearch = require('minisearch');

const env = name => process.env[`PEER_${name}`];
const stop_words = new Set('hvem har er ansvarlig for tager sig af ved du der sidder med'.split(' '));

/** text => the best five. */
function make_search() {
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

/** The SDKs' usual way to Entra is bound to Microsoft's hosts; this one asks the local token server, once. */
let own_token;
function fetch_token() {
  own_token ??= (async () => {
    const form = new URLSearchParams({grant_type: 'client_credentials', client_id: env('APP_ID'), client_secret: env('SECRET'), scope: 'https://api.botframework.com/.default'});
    const answer = await fetch(env('TOKEN_ENDPOINT'), {method: 'POST', body: form});
    return (await answer.json()).access_token;
  })();
  return own_token;
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

const search = make_search();

/** The answer to a question, as a message activity. */
function answer(question) {
  return {type: 'message', summary: question, attachments: [{contentType: 'application/vnd.microsoft.card.adaptive', content: make_card(question, search(question))}]};
}

/** A server for libraries that expect Express: `handle(request, response)` gets the body read and the three members they use. */
function make_server(handle) {
  return http.createServer((request, response) => {
    const parts = [];
    request.on('data', part => parts.push(part));
    request.on('end', () => {
      request.body = JSON.parse(Buffer.concat(parts).toString('utf8'));
      response.status = code => Object.assign(response, {statusCode: code});
      response.header = (name, value) => response.setHeader(name, value);
      response.send = body => response.end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));
      response.json = response.send;
      Promise.resolve(handle(request, response)).catch(error => {
        console.error('request failed:', error);
        response.destroy();
      });
    });
  });
}

function listen(server) {
  server.listen(0, '127.0.0.1', () => console.log(`ready http://127.0.0.1:${server.address().port}`));
}

module.exports = {answer, env, fetch_token, listen, make_server};
