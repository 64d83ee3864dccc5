// Good tokens for another door, service URLs and redirects that lead elsewhere, key and token servers that say odd things.
import assert from 'node:assert/strict';

import {attack, request_bytes} from './support/attack.mjs';
import {step} from './support/connector.mjs';
import {forged} from './support/forge.mjs';
import {story} from './support/story.mjs';
import {SigningKey, tenant} from './support/tokens.mjs';
import {Trap} from './support/trap.mjs';
import {eventually} from './support/wait.mjs';

const other_tenant = '77777777-2222-4222-8222-777777777777';
const by_token = (here, activity, token = here.teams.token()) => request_bytes({lines: [`Authorization: Bearer ${token}`], body: typeof activity === 'string' ? activity : JSON.stringify(activity)});
const question = (here, members = {}) => ({...here.chat.says('hvem har snerydning?'), ...members});
const in_tenant = id => ({channelData: {tenant: {id}}, conversation: {id: 'a:1', tenantId: id, conversationType: 'personal'}});
const twice = (activity, first, last) => JSON.stringify({...activity, ...last}).replace('{', `{${JSON.stringify(first).slice(1, -1)},`);

async function with_trap(here, body, answer) {
  here.chat = here.place('personal');
  here.trap = await Trap.set(answer);
  try {
    await body();
  } finally {
    await here.trap.spring();
  }
}

/** What -> [reason, activity, token]: the token is good, and may not come in with that. */
const strangers = {
  'another tenant': ['tenant', here => [question(here, in_tenant(other_tenant))]],
  'another tenant beside ours': ['tenant', here => [question(here, {channelData: {tenant: {id: other_tenant}}})]],
  'no tenant': ['tenant', here => [question(here, {channelData: {}, conversation: {id: 'a:1', conversationType: 'personal'}})]],
  'a tenant with a blank': ['tenant', here => [question(here, in_tenant(`${tenant} `))]],
  'two tenants in one': ['tenant', here => [question(here, in_tenant(`${tenant},${other_tenant}`))]],
  'the tenant twice, ours first': ['tenant', here => [twice(question(here), in_tenant(tenant), in_tenant(other_tenant))]],
  'another channel': ['channel', here => [question(here, {channelId: 'webchat'})]],
  'the emulator': ['channel', here => [question(here, {channelId: 'emulator'})]],
  'the channel in capitals': ['channel', here => [question(here, {channelId: 'MSTeams'})]],
  'no channel': ['channel', here => [question(here, {channelId: undefined})]],
  'a key that is endorsed for another channel': ['channel_not_endorsed', here => [question(here), here.teams.token({}, {}, here.teams.webchat)]],
  'a key that is endorsed for one that sounds like ours': ['channel_not_endorsed', here => [question(here), here.teams.token({}, {}, here.teams.nearly)]],
  'no service URL': ['service_url', here => [question(here, {serviceUrl: undefined})]],
  'another path than the token\'s': ['service_url', here => [question(here, {serviceUrl: `${here.teams.service_url}x/`})]],
  'the token\'s without its slash': ['service_url', here => [question(here, {serviceUrl: here.teams.service_url.slice(0, -1)})]],
  'the token\'s in capitals': ['service_url', here => [question(here, {serviceUrl: here.teams.service_url.toUpperCase()})]],
  'another port than the token\'s': ['service_url', here => [question(here, {serviceUrl: `http://127.0.0.1:${here.trap.port}/emea/`})]],
  'the service URL twice, the token\'s first': ['service_url', here => [twice(question(here), {serviceUrl: here.teams.service_url}, {serviceUrl: `http://127.0.0.1:${here.trap.port}/`})]],
  'a token for another service URL': ['service_url', here => [question(here), here.teams.token({serviceurl: `http://127.0.0.1:${here.trap.port}/`})]],
};
story(`attacks: ${Object.keys(strangers).length} good tokens that are for another door get 403`, {
  teams_ready: teams => {
    teams.webchat = new SigningKey({endorsements: ['webchat']});
    teams.nearly = new SigningKey({endorsements: ['msteams2', 'MSTEAMS', 'xmsteams']});
    teams.key_server.keys.push(teams.webchat, teams.nearly);
  },
}, here => with_trap(here, async () => {
  for (const [what, [reason, make]] of Object.entries(strangers)) await attack(here, here.trap, what, by_token(here, ...make(here)), {status: 403, reason});
  await here.ask(here.chat, 'hvem har snerydning?');
}));

/** Addresses that the token agrees with, of hosts that the settings do not name. `port` is the attacker's, on every address. */
const foreign = port => [
  `http://127.0.0.2:${port}/`, `http://localhost:${port}/`, `http://LOCALHOST:${port}/`, `http://[::1]:${port}/`, `http://[::ffff:127.0.0.1]:${port}/`, `http://[::ffff:7f00:1]:${port}/`, `http://0.0.0.0:${port}/`,
  `http://0:${port}/`, `http://127.1:${port}/`, `http://2130706433:${port}/`, `http://0x7f000001:${port}/`, `http://0177.0.0.1:${port}/`, `http://127.0.0.1.:${port}/`, `http://127.0.0.1.nip.example:${port}/`,
  `http://127.0.0.1@localhost:${port}/`, `http://127.0.0.1:80@localhost:${port}/`, `http://a:b@127.0.0.1:${port}/`, `http://127.0.0.1#@localhost:${port}/`, `http://127.0.0.1:${port}/?x`, `http://127.0.0.1:${port}/#x`, `http://127.0.0.1\\@localhost:${port}/`,
  `http://localhost:${port}\\.127.0.0.1/`, `http://xn--127-x.0.0.1:${port}/`, `http://①②⑦.0.0.1:${port}/`, `http://127。0。0。1:${port}/`, `http://%6cocalhost:${port}/`, `http://127.0.0.1%00.localhost:${port}/`, `//127.0.0.1:${port}/`,
  `127.0.0.1:${port}`, `ftp://127.0.0.1:${port}/`, `file://127.0.0.1/etc/hostname`, `gopher://127.0.0.1:${port}/`, `ws://127.0.0.1:${port}/`, `javascript:alert(1)`, `unix:/run/x.sock`, `http:127.0.0.1:${port}`, `http:///127.0.0.1:${port}/`,
  `http://127.0.0.1:0/`, `http://127.0.0.1:65536/`, `http://127.0.0.1:-1/`, `http://127.0.0.1:${port}x/`, `http:// 127.0.0.1:${port}/`, `http://127.0.0.1 :${port}/`,
  'http://169.254.169.254/latest/meta-data/', 'http://[fd00:ec2::254]/', 'http://metadata.google.internal/', 'https://169.254.169.254/metadata/identity/oauth2/token', 'https://evil.example/127.0.0.1/', 'https://evil.example/',
];
const microsoft = [
  'http://smba.trafficmanager.net/emea/', 'https://smba.trafficmanager.net.evil.example/emea/', 'https://evilsmba.trafficmanager.net/', 'https://evil.example/smba.trafficmanager.net/', 'https://smba.trafficmanager.net@evil.example/',
  'https://evil.example#smba.trafficmanager.net/', 'https://evil.example?smba.trafficmanager.net', 'https://smba.trafficmanager.net./', 'https://trafficmanager.net/', 'https://other.trafficmanager.net/', 'https://smba-trafficmanager.net/', 'https://smba.trafficmanager.net%2eevil.example/',
  'https://smba.trafficmanager.net\\.evil.example/', 'https://smba。trafficmanager。net/', 'http://127.0.0.1/', 'https://localhost/', 'https://[::1]/', 'https://api.botframework.com.evil.example/', 'https://login.microsoftonline.com/', 'https://graph.microsoft.com/',
];
const lists = {'of this machine': [foreign, {}], 'that look like Microsoft\'s': [() => microsoft, {INDGANG_CLOUD_SERVICE_HOSTS: undefined}]};
for (const [name, [list, settings]] of Object.entries(lists)) {
  story(`attacks: ${list(1).length} service addresses ${name} get nothing from us`, {settings}, here => with_trap(here, async () => {
    for (const url of list(here.trap.port)) {
      await attack(here, here.trap, url, by_token(here, question(here, {serviceUrl: url}), here.teams.token({serviceurl: url})), {status: 403, reason: 'service_host_not_allowed'});
    }
    if (!('INDGANG_CLOUD_SERVICE_HOSTS' in settings)) await here.ask(here.chat, 'hvem har snerydning?');
  }));
}

const redirects = [301, 302, 303, 307, 308, 300, 305];
const elsewhere = (status, trap) => ({status, body: {}, headers: {location: `http://127.0.0.1:${trap.port}/stolen`, refresh: `0; url=http://127.0.0.1:${trap.port}/`, 'alt-svc': `h2=":${trap.port}"`}});
story('attacks: a connector that sends us elsewhere is not followed, and our token stays', here => with_trap(here, async () => {
  for (const status of redirects) {
    here.teams.connector.plan([elsewhere(status, here.trap)], here.chat.id);
    assert.equal((await here.deliver(question(here))).status, 200);
    await here.outcome('given_up');
  }
  await here.ask(here.chat, 'hvem har snerydning?');
  assert.deepEqual(here.trap.caught, []);
}));

story('attacks: a token server that sends us elsewhere is not followed, and our secret stays', here => with_trap(here, async () => {
  here.teams.token_server.steps.push({status: 307, body: {}, headers: elsewhere(307, here.trap).headers});
  assert.equal((await here.deliver(question(here))).status, 200);
  await here.service.log(line => line.event === 'token_unavailable', 'that there is no token');
  await here.service.stop();
  assert.deepEqual(here.trap.caught, []);
  assert.deepEqual(here.teams.connector.requests, []);
}));

const hostile = new SigningKey();
const key_set = keys => JSON.stringify({keys: keys.map(key => key.jwk)});
/** What a key server may say -> [metadata or keys, an answer of HTTP]. Nobody comes in on it, and nothing breaks. */
const odd_answers = {
  'a redirect of the metadata': ['metadata', trap => ({status: 302, headers: {location: `http://127.0.0.1:${trap.port}/`}})],
  'a redirect of the keys': ['keys', trap => ({status: 301, headers: {location: `http://127.0.0.1:${trap.port}/`}})],
  'metadata in HTML': ['metadata', () => ({headers: {'content-type': 'text/html'}, body: '<html>Sign in to your network</html>'})],
  'keys in HTML': ['keys', () => ({headers: {'content-type': 'text/html'}, body: '<html><body>502</body></html>'})],
  'keys elsewhere': ['metadata', () => ({body: JSON.stringify({jwks_uri: 'https://keys.evil.example/keys'})})],
  'keys over http elsewhere': ['metadata', () => ({body: JSON.stringify({jwks_uri: 'http://login.botframework.com/keys'})})],
  'keys in a file': ['metadata', () => ({body: JSON.stringify({jwks_uri: 'file:///etc/hostname'})})],
  'keys at no text': ['metadata', () => ({body: JSON.stringify({jwks_uri: {}})})],
  'nothing': ['keys', () => ({body: ''})],
  'null': ['keys', () => ({body: 'null'})],
  'no keys': ['keys', () => ({body: '{"keys":[]}'})],
  'keys that are none': ['keys', () => ({body: '{"keys":[null,7,"x",[],{}]}'})],
  'keys with odd members': ['keys', () => ({body: JSON.stringify({keys: [{kty: 'RSA', kid: {}, n: 7, e: null}, {kty: ['RSA'], kid: 'x', n: '', e: ''}, {kty: 'RSA', kid: 'y', n: '!!', e: 'AQAB'}]})})],
  'five megabytes': ['keys', () => ({body: `{"x":"${'x'.repeat(5_000_000)}",${key_set([hostile]).slice(1)}`})],
  'a hundred thousand brackets': ['keys', () => ({body: '['.repeat(100_000)})],
  'compressed bytes': ['keys', () => ({headers: {'content-encoding': 'gzip'}, body: Buffer.from('1f8b0800000000000003abae0500bffaf0a602000000', 'hex')})],
  'an error with good keys': ['keys', () => ({status: 500, body: key_set([hostile])})],
  'half of an answer': ['keys', () => ({headers: {'content-length': '9999'}, body: key_set([hostile])})],
};
for (const [what, [part, make]] of Object.entries(odd_answers)) {
  story(`attacks: a key server that answers ${part} with ${what} lets nobody in`, {serve: false}, here => with_trap(here, async () => {
    here.teams.key_server.odd[part] = make(here.trap);
    await here.start();
    const line = await here.service.log(entry => entry.event === 'signing_keys', 'about the keys');
    assert.match(line.what, /^signing_keys_failed/);
    assert.ok(line.what.length < 200 && !/html|evil|127\.0/.test(line.what), `the log repeats what came: ${line.what}`);
    const token = forged(here, {key: hostile});
    await attack(here, here.trap, what, by_token(here, question(here), token), {status: 503, reason: 'keys_unavailable'});
    here.teams.key_server.odd = {};
    await eventually(async () => (await here.get('/health/live')).status === 200, 'it to live on');
  }, Buffer.from(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${key_set([hostile])}`)));
}

/** What a token server may say instead of a token. */
const no_tokens = {
  'HTML': '<html>', 'nothing': '', 'a list': [], 'no token': {token_type: 'Bearer', expires_in: 3599}, 'a token with a line break': {access_token: 'a\r\nX-Evil: 1', expires_in: 3599, token_type: 'Bearer'},
  'a token of no text': {access_token: {a: 1}, expires_in: 3599}, 'a life of no number': {access_token: 'abc', expires_in: 'long'}, 'a negative life': {access_token: 'abc', expires_in: -1}, 'two megabytes': {access_token: 'x'.repeat(2_000_000), expires_in: 3599},
};
for (const [what, body] of Object.entries(no_tokens)) {
  story(`attacks: a token server that answers with ${what} leads to no post and to an honest line`, async here => {
    here.chat = here.place('personal');
    here.teams.token_server.steps.push({status: 200, body});
    assert.equal((await here.deliver(question(here))).status, 200);
    const line = await here.service.log(entry => entry.event === 'token_unavailable', 'that there is no token');
    assert.ok(!/html|Evil|abc/i.test(line.reason) && line.reason.length < 300, line.reason);
    await here.service.stop();
    assert.deepEqual(here.teams.connector.requests, []);
    assert.equal((await here.outbox())[0].state, 'pending');
  });
}

story('attacks: a connector that answers with something odd changes nothing', here => with_trap(here, async () => {
  const bodies = ['<html>', '[]', '{"id":7}', '{"id":null}', `{"id":"${'x'.repeat(100_000)}"}`, '['.repeat(50_000), '\xff\xfe', JSON.stringify({id: `../../${'?#%0d%0a'}http://127.0.0.1:${here.trap.port}/`})];
  for (const body of bodies) {
    here.teams.connector.plan([step.answers(200, body)], here.chat.id);
    assert.equal((await here.deliver(question(here))).status, 200);
    await here.outcome('sent');
  }
  await here.ask(here.chat, 'hvem har snerydning?');
  assert.deepEqual(here.trap.caught, []);
}));
