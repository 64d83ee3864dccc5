// Forged and stale tokens: none comes in, and each is told apart in the log. The tables are in support/forged_tokens.mjs.
import assert from 'node:assert/strict';

import {answers_in, attack, request_bytes, watch} from './support/attack.mjs';
import {forged, now} from './support/forge.mjs';
import {forged_algorithms, forged_claims, forged_keys, odd_keys, stranger} from './support/forged_tokens.mjs';
import {send_raw} from './support/http.mjs';
import {story} from './support/story.mjs';
import {app_id} from './support/tokens.mjs';
import {Trap} from './support/trap.mjs';

const question = here => JSON.stringify(here.chat.says('hvem har snerydning?'));
const bearer = token => `Authorization: Bearer ${token}`;

/** What the key server publishes, and a place that the attacker names. */
async function prepare(here) {
  here.chat = here.place('personal');
  here.odd = here.teams.odd;
  here.trap = await Trap.set();
}
const options = {
  teams_ready: teams => {
    teams.odd = odd_keys(teams.key);
    teams.key_server.keys.push(...Object.values(teams.odd));
  },
};

/** A good question first and last: it was not the door that was shut. */
async function between_good_ones(here, body) {
  await prepare(here);
  try {
    await here.ask(here.chat, 'hvem har snerydning?');
    await body();
    await here.ask(here.chat, 'hvem har snerydning?');
    assert.deepEqual(here.trap.caught, []);
  } finally {
    await here.trap.spring();
  }
}

for (const [name, table] of Object.entries({algorithms: forged_algorithms, keys: forged_keys, claims: forged_claims})) {
  story(`attacks: ${Object.keys(table).length} tokens with forged ${name} get 401 and a reason in the log`, options, here => between_good_ones(here, async () => {
    for (const [what, [reason, make]] of Object.entries(table)) {
      await attack(here, here.trap, what, request_bytes({lines: [bearer(make(here))], body: question(here)}), {status: 401, reason});
    }
  }));
}

const b64 = text => Buffer.from(text, 'base64url').toString('base64');
const parts = here => forged(here).split('.');
/** What -> [reason, header lines]. */
const spellings = {
  'no header': ['authorization_missing', () => []],
  'another header': ['authorization_missing', here => [`X-Authorization: Bearer ${forged(here)}`]],
  'the proxy\'s header': ['authorization_missing', here => [`Proxy-Authorization: Bearer ${forged(here)}`]],
  'a cookie': ['authorization_missing', here => [`Cookie: Authorization=Bearer ${forged(here)}; access_token=${forged(here)}`]],
  'an empty header': ['authorization_not_bearer', () => ['Authorization:']],
  'the scheme alone': ['authorization_not_bearer', () => ['Authorization: Bearer']],
  'no scheme': ['authorization_not_bearer', here => [`Authorization: ${forged(here)}`]],
  'Basic': ['authorization_not_bearer', here => [`Authorization: Basic ${forged(here)}`]],
  'Negotiate': ['authorization_not_bearer', here => [`Authorization: Negotiate ${forged(here)}`]],
  'Digest': ['authorization_not_bearer', here => [`Authorization: Digest token="${forged(here)}"`]],
  'two blanks': ['authorization_not_bearer', here => [`Authorization: Bearer  ${forged(here)}`]],
  'a tab': ['authorization_not_bearer', here => [`Authorization: Bearer\t${forged(here)}`]],
  'more behind it': ['authorization_not_bearer', here => [`${bearer(forged(here))} x`]],
  'two tokens with a comma': ['authorization_not_bearer', here => [`${bearer(forged(here))}, Bearer ${forged(here)}`]],
  'a good and a forged token with a comma': ['authorization_not_bearer', here => [`${bearer(forged(here))},${forged(here, {key: stranger})}`]],
  'the same header twice': ['authorization_repeated', here => Array(2).fill(bearer(forged(here)))],
  'a good and a forged header': ['authorization_repeated', here => [bearer(forged(here)), bearer(forged(here, {key: stranger}))]],
  'a good header and an empty one': ['authorization_repeated', here => [bearer(forged(here)), 'authorization:']],
  'a good header and Basic': ['authorization_repeated', here => ['AUTHORIZATION: Basic eDp5', bearer(forged(here))]],
  'garbage': ['token_not_base64url', () => [bearer('abcde.b.c')]],
  'dots alone': ['token_header_malformed', () => [bearer('..')]],
  'one part': ['token_not_three_parts', here => [bearer(parts(here)[1])]],
  'two parts': ['token_not_three_parts', here => [bearer(parts(here).slice(0, 2).join('.'))]],
  'four parts': ['token_not_three_parts', here => [bearer(`${forged(here)}.${parts(here)[2]}`)]],
  'five parts, as encrypted ones have': ['token_not_three_parts', here => [bearer([...parts(here), 'AAAA', 'AAAA'].join('.'))]],
  'no header part': ['token_header_malformed', here => [bearer(`.${parts(here).slice(1).join('.')}`)]],
  'no payload': ['token_payload_malformed', here => [bearer(`${parts(here)[0]}..${parts(here)[2]}`)]],
  'no signature': ['token_signature', here => [bearer(`${parts(here).slice(0, 2).join('.')}.`)]],
  'the header cut': ['token_header_malformed|token_not_base64url', here => { const [h, p, s] = parts(here); return [bearer([h.slice(0, -4), p, s].join('.'))]; }],
  'the payload cut': ['token_payload_malformed|token_not_base64url', here => { const [h, p, s] = parts(here); return [bearer([h, p.slice(0, -5), s].join('.'))]; }],
  'the signature cut': ['token_signature|token_not_base64url', here => [bearer(forged(here).slice(0, -3))]],
  'the signature cut by a byte': ['token_signature', here => { const [h, p, s] = parts(here); return [bearer([h, p, Buffer.from(s, 'base64url').subarray(0, -1).toString('base64url')].join('.'))]; }],
  'a signature with more behind it': ['token_signature|token_not_base64url', here => [bearer(`${forged(here)}AAAA`)]],
  'a signature of zeros': ['token_signature', here => [bearer([...parts(here).slice(0, 2), 'A'.repeat(342)].join('.'))]],
  'stray bits at the end': ['token_not_base64url', here => { const t = forged(here); return [bearer(t.slice(0, -1) + String.fromCharCode(t.charCodeAt(t.length - 1) + 1))]; }],
  'padding at the end': ['token_not_base64url', here => [bearer(`${forged(here)}==`)]],
  'padding in each part': ['token_not_base64url', here => [bearer(parts(here).map(part => part.padEnd(Math.ceil(part.length / 4) * 4, '=')).join('.'))]],
  'base64 with + and /': ['token_not_base64url', here => { const [h, p, s] = parts(here); return [bearer([h, p, `${b64(s).slice(0, 100)}+/${b64(s).slice(102)}`.replace(/=+$/, '')].join('.'))]; }],
  'percent-encoded': ['token_not_base64url|token_not_three_parts', here => [bearer(forged(here).replaceAll('.', '%2E'))]],
  'quoted': ['token_not_base64url', here => [`Authorization: Bearer "${forged(here)}"`]],
  'the signature of another token': ['token_signature', here => [bearer([...parts(here).slice(0, 2), forged(here, {claims: {x: 1}}).split('.')[2]].join('.'))]],
  'the payload of another token': ['token_signature', here => [bearer([parts(here)[0], forged(here, {claims: {exp: now() + 9999}}).split('.')[1], parts(here)[2]].join('.'))]],
  'parts of two tokens changed round': ['token_header_malformed|token_algorithm', here => { const [h, p, s] = parts(here); return [bearer([p, h, s].join('.'))]; }],
  'other bytes': ['token_not_base64url', () => ['Authorization: Bearer \xff\xfe.\xe6.\xf8']],
  'a megabyte short of the limit': ['token_too_long', () => [bearer('A'.repeat(12_000))]],
};
const elsewhere = {
  'the token in the query': here => ({target: `/api/messages?access_token=${forged(here)}`}),
  'the header in the query': here => ({target: `/api/messages?Authorization=Bearer%20${forged(here)}`}),
  'the token in the body': here => ({body: JSON.stringify({...JSON.parse(question(here)), access_token: forged(here), authorization: `Bearer ${forged(here)}`})}),
  'the token in a form': here => ({body: `access_token=${forged(here)}`, lines: ['X-Form: application/x-www-form-urlencoded']}),
};
story(`attacks: ${Object.keys(spellings).length + Object.keys(elsewhere).length} other spellings and places of a good token get 401`, options, here => between_good_ones(here, async () => {
  for (const [what, [reason, lines]] of Object.entries(spellings)) {
    await attack(here, here.trap, what, request_bytes({lines: lines(here), body: question(here)}), {status: 401, reason});
  }
  for (const [what, make] of Object.entries(elsewhere)) {
    await attack(here, here.trap, what, request_bytes({body: question(here), ...make(here)}), {status: 401, reason: 'authorization_missing'});
  }
}));

const broken_lines = {
  'a line break in the token': here => [`Authorization: Bearer ${forged(here).slice(0, 40)}\r\n${forged(here).slice(40)}`],
  'the token on the next line (obs-fold)': here => [`Authorization: Bearer\r\n ${forged(here)}`, 'Authorization: Bearer x'],
  'a NUL behind the token': here => [`${bearer(forged(here))}\0`],
  'a NUL in the name': here => [`Authorization\0: Bearer ${forged(here)}`],
  'a blank behind the name': here => [`Authorization : Bearer ${forged(here)}`],
};
story('attacks: an Authorization header that is no header gets 400 or 401', options, here => between_good_ones(here, async () => {
  for (const [what, lines] of Object.entries(broken_lines)) {
    const seen = watch(here, here.trap);
    const [answer] = answers_in(await send_raw(here.service.url, request_bytes({lines: lines(here), body: question(here)})));
    assert.ok([400, 401].includes(answer.status), `${what}: ${answer.status}`);
    await seen.refusal(what, {event: answer.status === 400 ? 'http_refused' : 'refused', status: answer.status});
    seen.nothing_happened(what);
  }
}));

story('attacks: the scheme has no case (RFC 9110), a list of audiences may name us, clocks may differ by five minutes', options, here => between_good_ones(here, async () => {
  const lines = [`Authorization: bearer ${forged(here)}`, `authorization: BEARER ${forged(here)}`, bearer(forged(here, {claims: {aud: ['x', app_id]}})),
    bearer(forged(here, {claims: {exp: now() - 200}})), bearer(forged(here, {claims: {nbf: now() + 200}}))];
  for (const line of lines) {
    const [answer] = answers_in(await send_raw(here.service.url, request_bytes({lines: [line], body: JSON.stringify(here.chat.other('typing'))})));
    assert.equal(answer.status, 200, line.slice(0, 30));
  }
}));

story('attacks: what is delivered again has no second effect, with whatever token', options, here => between_good_ones(here, async () => {
  const activity = here.chat.says('hvem har byggetilladelser?');
  assert.equal((await here.deliver(activity)).status, 200);
  const before = (await here.teams.connector.messages_in(here.chat.id, 2)).length;
  const replays = [activity, {...activity, text: 'hvem har aktindsigt?'}, {...activity, timestamp: '2030-01-01T00:00:00Z'}, {...activity, from: {...activity.from, id: '29:other'}}];
  for (const replay of replays) {
    for (const claims of [{}, {jti: 'another'}]) assert.equal((await here.deliver(replay, {token: here.teams.token(claims)})).status, 200);
  }
  const duplicates = () => here.service.lines.filter(line => line.event === 'turn' && line.duplicate).length;
  await here.service.until(() => duplicates() === 2 * replays.length, () => `all to be known as duplicates: ${duplicates()}`);
  await here.ask(here.chat, 'hvem har snerydning?');
  assert.equal(here.teams.connector.messages.length, before + 1);
  here.teams.connector.messages.pop();  // this story's own good questions are counted by between_good_ones
  here.teams.connector.messages.pop();
}));
