// Who may come in. Nothing is done and nothing is sent for anybody else.
import assert from 'node:assert/strict';

import {story} from './support/story.mjs';
import {SigningKey} from './support/tokens.mjs';

const now = () => Math.floor(Date.now() / 1000);
const part = value => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Name -> the Authorization header's value. */
const bad_tokens = {
  'no header': () => undefined,
  'an empty header': () => '',
  'another scheme': here => `Basic ${here.teams.token()}`,
  'no scheme': here => here.teams.token(),
  'three parts': here => `Bearer ${here.teams.token()} x`,
  'garbage': () => 'Bearer abc.def.ghi',
  'two segments': here => `Bearer ${here.teams.token().split('.').slice(0, 2).join('.')}`,
  'no signature, alg none': here => `Bearer ${here.teams.token({}, {alg: 'none'})}`,
  'HS256 with the public key': here => `Bearer ${here.teams.token({}, {alg: 'HS256'})}`,
  'RS512': here => `Bearer ${here.teams.token({}, {alg: 'RS512'})}`,
  'expired': here => `Bearer ${here.teams.token({exp: now() - 400})}`,
  'not yet valid': here => `Bearer ${here.teams.token({nbf: now() + 400})}`,
  'no expiry': here => `Bearer ${here.teams.token({exp: undefined})}`,
  'an expiry that is no number': here => `Bearer ${here.teams.token({exp: 'tomorrow'})}`,
  'another audience': here => `Bearer ${here.teams.token({aud: 'bbbbbbbb-1111-4111-8111-bbbbbbbbbbbb'})}`,
  'no service URL': here => `Bearer ${here.teams.token({serviceurl: undefined})}`,
  'no audience': here => `Bearer ${here.teams.token({aud: undefined})}`,
  'the issuer of people': here => `Bearer ${here.teams.token({iss: 'https://login.microsoftonline.com/99999999-2222-4222-8222-999999999999/v2.0'})}`,
  'the issuer with a slash': here => `Bearer ${here.teams.token({iss: 'https://api.botframework.com/'})}`,
  'an unknown key': here => `Bearer ${here.teams.token({}, {}, new SigningKey())}`,
  'another key under a known id': here => `Bearer ${here.teams.token({}, {}, new SigningKey({id: here.teams.key.id}))}`,
  'no key id': here => `Bearer ${here.teams.token({}, {kid: undefined})}`,
  'claims changed after signing': here => {
    const [header, , signature] = here.teams.token().split('.');
    return `Bearer ${header}.${part({iss: 'https://api.botframework.com', aud: 'x', exp: now() + 999})}.${signature}`;
  },
  'a critical header that we do not know': here => `Bearer ${here.teams.token({}, {crit: ['b64'], b64: false})}`,
  'an enormous token': here => `Bearer ${here.teams.token({filler: 'x'.repeat(8000)})}x`,
};

/** After anything bad: one good question is answered, and that is all that was sent. */
async function only_a_good_question_is_answered(here) {
  await here.ask(here.place('personal'), 'hvem har snerydning?');
  assert.equal(here.teams.connector.requests.length, 1, here.teams.connector.describe());
}

story('authentication: bad tokens get 401, no reason, and nothing is sent', async here => {
  const chat = here.place('personal');
  for (const [name, make] of Object.entries(bad_tokens)) {
    const value = make(here);
    const answer = await here.post(JSON.stringify(chat.says('hvem har snerydning?')), value === undefined ? {} : {authorization: value});
    assert.equal(answer.status, 401, `${name}: ${answer.status} ${answer.text}`);
    assert.match(answer.headers['www-authenticate'] ?? '', /^Bearer/, name);
    assert.doesNotMatch(answer.text, /expired|signature|audience|issuer|algorithm|key/i, name);
  }
  await only_a_good_question_is_answered(here);
  const reasons = new Set(here.service.lines.filter(line => line.event === 'refused').map(line => line.reason));
  assert.ok(reasons.size >= 8, `the log tells the reasons apart: ${[...reasons].join(', ')}`);
});

story('authentication: a second Authorization header is refused', async here => {
  const {send} = await import('./support/http.mjs');
  const token = `Bearer ${here.teams.token()}`;
  const answer = await send(`${here.service.url}/api/messages`, {
    method: 'POST', body: JSON.stringify(here.place('personal').says('hvem har snerydning?')),
    headers: ['Content-Type', 'application/json', 'Authorization', token, 'Authorization', token],
  });
  assert.ok([400, 401].includes(answer.status), `${answer.status}`);
  await only_a_good_question_is_answered(here);
});

const changed = (activity, members) => ({...activity, ...members});
/** Name -> [activity, token]: valid tokens that may not come in. */
const strangers = {
  'another tenant': (here, chat) => [changed(chat.says('hvem har snerydning?'), {
    channelData: {tenant: {id: '77777777-2222-4222-8222-777777777777'}}, conversation: {id: chat.id, tenantId: '77777777-2222-4222-8222-777777777777', conversationType: 'personal'},
  })],
  'no tenant': (here, chat) => [changed(chat.says('hvem har snerydning?'), {channelData: {}, conversation: {id: chat.id, conversationType: 'personal'}})],
  'another service URL than the token\'s': (here, chat) => [changed(chat.says('hvem har snerydning?'), {serviceUrl: `${here.teams.service_url}x/`})],
  'an activity without service URL': (here, chat) => [changed(chat.says('hvem har snerydning?'), {serviceUrl: undefined})],
  'another channel': (here, chat) => [changed(chat.says('hvem har snerydning?'), {channelId: 'webchat'})],
  'no channel': (here, chat) => [changed(chat.says('hvem har snerydning?'), {channelId: undefined})],
  'a key that is not endorsed for Teams': (here, chat) => [chat.says('hvem har snerydning?'), here.teams.token({}, {}, here.other_key)],
  'a service host that is not listed': (here, chat) => [changed(chat.says('hvem har snerydning?'), {serviceUrl: 'https://evil.example/emea/'}), here.teams.token({serviceurl: 'https://evil.example/emea/'})],
  'a service host that only looks listed': (here, chat) => [changed(chat.says('hvem har snerydning?'), {serviceUrl: 'https://127.0.0.1@evil.example/'}), here.teams.token({serviceurl: 'https://127.0.0.1@evil.example/'})],
};
let webchat_key;
story('authentication: valid tokens that may not come in get 403, and nothing is sent', {
  teams_ready: teams => {
    webchat_key = new SigningKey({endorsements: ['webchat']});
    teams.key_server.keys.push(webchat_key);
  },
}, async here => {
  here.other_key = webchat_key;
  const chat = here.place('personal');
  for (const [name, make] of Object.entries(strangers)) {
    const [activity, token] = make(here, chat);
    const answer = await here.deliver(activity, token ? {token} : {});
    assert.equal(answer.status, 403, `${name}: ${answer.status} ${answer.text}`);
    assert.doesNotMatch(answer.text, /tenant|endorse|channel|host/i, name);
  }
  await only_a_good_question_is_answered(here);
});

story('authentication: no tenant is allowed until one is named', {settings: {INDGANG_BOT_ALLOWED_TENANTS: ''}}, async here => {
  const answer = await here.deliver(here.place('personal').says('hvem har snerydning?'));
  assert.equal(answer.status, 403);
  await here.service.log(line => line.event === 'nobody_allowed', 'that nobody is allowed');
});

story('authentication: an audience in a list and five minutes of clock difference are taken', async here => {
  const chat = here.place('personal');
  for (const claims of [{aud: ['x', 'aaaaaaaa-1111-4111-8111-aaaaaaaaaaaa']}, {exp: now() - 200}, {nbf: now() + 200}]) {
    const answer = await here.deliver(chat.says('hvem har snerydning?'), {token: here.teams.token(claims)});
    assert.equal(answer.status, 200, JSON.stringify(claims));
  }
  await here.teams.connector.messages_in(chat.id, 3);
});
