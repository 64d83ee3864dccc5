// The fake Teams itself: it must find fault with what Teams would not take, else every other test here proves nothing.
import assert from 'node:assert/strict';
import {test} from 'node:test';

import {step} from './support/connector.mjs';
import {FakeTeams} from './support/fake_teams.mjs';
import {send} from './support/http.mjs';
import {activity_faults} from './support/inspect_activity.mjs';
import {app_id, tenant} from './support/tokens.mjs';
import {gate} from './support/wait.mjs';

const card = (members = {}) => ({
  type: 'message', summary: 'An answer',
  attachments: [{contentType: 'application/vnd.microsoft.card.adaptive',
    content: {type: 'AdaptiveCard', version: '1.5', body: [{type: 'TextBlock', text: 'Words', wrap: true}], ...members}}],
});

const good_activities = {
  'a text': {type: 'message', text: 'Words', textFormat: 'plain'},
  'a card': card(),
  'a card with buttons': card({actions: [{type: 'Action.OpenUrl', title: 'Mail', url: 'mailto:a@b.example'}, {type: 'Action.Execute', title: 'Yes', verb: 'yes', data: {}}]}),
};
const bad_activities = {
  'both a text and a card': {...card(), text: 'Words'},
  'neither a text nor a card': {type: 'message'},
  'a card without a summary': {...card(), summary: undefined},
  'another card version': card({version: '1.6'}),
  'an empty body': card({body: []}),
  'seven buttons': card({actions: Array.from({length: 7}, (_, n) => ({type: 'Action.Execute', title: `${n}`, verb: 'v'}))}),
  'a script as a link': card({actions: [{type: 'Action.OpenUrl', title: 'x', url: 'javascript:alert(1)'}]}),
  'a button without a verb': card({actions: [{type: 'Action.Execute', title: 'x'}]}),
  'a text that does not wrap': card({body: [{type: 'TextBlock', text: 'Words'}]}),
  'an empty text': card({body: [{type: 'TextBlock', text: '', wrap: true}]}),
  'an unknown element': card({body: [{type: 'Blink', text: 'x'}]}),
  'an unknown element inside': card({body: [{type: 'Container', items: [{type: 'Blink'}]}]}),
  'a placeholder left in': card({body: [{type: 'TextBlock', text: 'Hello {name}', wrap: true}]}),
  'a null': card({fallbackText: null}),
  'the same id twice': card({body: [{type: 'TextBlock', id: 'a', text: 'x', wrap: true}, {type: 'TextBlock', id: 'a', text: 'y', wrap: true}]}),
  'too much': {type: 'message', text: 'x'.repeat(41_000)},
  'another type': {type: 'event'},
  'an unknown sender': {type: 'message', text: 'x', from: {id: ''}},
  'an unknown member': {type: 'message', text: 'x', verySpecial: 1},
  'a mention that is not in the text': {type: 'message', text: 'x', entities: [{type: 'mention', text: '<at>A</at>'}]},
};

for (const [name, activity] of Object.entries(good_activities)) {
  test(`inspection: ${name} is well`, () => assert.deepEqual(activity_faults(activity), []));
}
for (const [name, activity] of Object.entries(bad_activities)) {
  test(`inspection: finds ${name}`, () => assert.notDeepEqual(activity_faults(JSON.parse(JSON.stringify(activity))), []));
}

/** A fake Teams with one conversation and a valid token, and a way to post to it. */
async function scene(body) {
  const teams = await FakeTeams.start();
  try {
    teams.connector.conversations.add('19:a@thread.v2');
    const token_url = teams.token_server.endpoint.replace('{tenant}', tenant);
    const form = new URLSearchParams({grant_type: 'client_credentials', client_id: app_id, client_secret: teams.token_server.secret, scope: 'https://api.botframework.com/.default'});
    const ask_token = (url = token_url, text = form.toString(), headers = {}) =>
      send(url, {method: 'POST', body: text, headers: {'content-type': 'application/x-www-form-urlencoded', ...headers}});
    const token = (await ask_token()).json.access_token;
    const request = (method, path, body, headers = {}) => send(`${teams.service_url}v3/conversations${path}`, {
      method, body: JSON.stringify(body), headers: {'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}`, ...headers},
    });
    const post = (path, activity, headers) => request('POST', `/${path}`, activity, headers);
    await body({teams, post, request, ask_token, form, token_url});
  } finally {
    await teams.stop();
  }
}
const wanted = {isGroup: false, bot: {id: `28:${app_id}`}, members: [{id: 'user-1'}], tenantId: tenant, channelData: {tenant: {id: tenant}}};
const good_path = '19%3Aa%40thread.v2/activities';
const text = {type: 'message', text: 'Words', textFormat: 'plain'};

test('connector: takes a good message', () => scene(async ({teams, post}) => {
  assert.equal((await post(good_path, text)).status, 201);
  assert.equal(teams.connector.messages.length, 1);
  assert.deepEqual(teams.faults, []);
}));

const bad_requests = {
  'an id that is not percent-encoded': ({post}) => post('19:a@thread.v2/activities', text),
  'an unknown route': ({post}) => post(`${good_path}/1/2/3`, text),
  'an unknown conversation': ({post}) => post('19%3Ab%40thread.v2/activities', text),
  'no token': ({post}) => post(good_path, text, {authorization: ''}),
  'a token that was not issued': ({post}) => post(good_path, text, {authorization: 'Bearer abc'}),
  'another content type': ({post}) => post(good_path, text, {'content-type': 'text/plain'}),
  'two at once in a conversation': async ({teams, post}) => {
    const first = gate();
    teams.connector.plan([step.held(first.opened)]);
    const both = [post(good_path, text), post(good_path, text)];
    await teams.connector.requests_for('19:a@thread.v2', 2);
    first.open();
    await Promise.all(both);
  },
  'a chat with two people': ({request}) => request('POST', '', {...wanted, members: [{id: 'user-1'}, {id: 'user-2'}]}),
  'a chat that is a group': ({request}) => request('POST', '', {...wanted, isGroup: true}),
  'a chat without our id': ({request}) => request('POST', '', {...wanted, bot: {}}),
  'a chat without a tenant': ({request}) => request('POST', '', {...wanted, channelData: {}}),
  'a chat without a token': ({request}) => request('POST', '', wanted, {authorization: ''}),
  'too many requests for the tenant': async ({teams, request}) => {
    teams.connector.per_second = 3;
    for (let n = 0; n < 4; ++n) await request('POST', '', {...wanted, members: [{id: `user-${n}`}]});
  },
  'eight at once': async ({post}) => { for (let n = 0; n < 8; ++n) await post(good_path, text); },
  'a bad token request': ({ask_token, token_url, form}) => ask_token(token_url, form.toString().replace('default', 'other')),
  'a token request for another tenant': ({ask_token, teams}) => ask_token(teams.token_server.endpoint.replace('{tenant}', 'x')),
  'a token request as JSON': ({ask_token, token_url, form}) => ask_token(token_url, form.toString(), {'content-type': 'application/json'}),
};
for (const [name, ask] of Object.entries(bad_requests)) {
  test(`fake Teams: finds fault with ${name}`, () => scene(async here => {
    await ask(here);
    assert.notDeepEqual(here.teams.faults, []);
  }));
}

test('connector: fails as told, then goes on', () => scene(async ({teams, post}) => {
  teams.connector.plan([step.throttled(3), step.stored_then(500), step.cut_before(), step.cut_after({store: true}), step.sub_code(403, 'MessageWritesBlocked')]);
  const throttled = await post(good_path, text);
  assert.equal(throttled.status, 429);
  assert.equal(throttled.headers['retry-after'], '3');
  assert.equal((await post(good_path, text)).status, 500);
  await assert.rejects(post(good_path, text));
  await assert.rejects(post(good_path, text));
  assert.equal(JSON.parse((await post(good_path, text)).json.message).subCode, 'MessageWritesBlocked');
  assert.equal(teams.connector.messages.length, 2);
  assert.equal((await post(good_path, text)).status, 201);
}));

test('connector: makes the chat with whoever has the app, the same one each time', () => scene(async ({teams, post, request}) => {
  assert.equal((await request('POST', '', wanted)).json.error.code, 'ForbiddenOperationException');
  teams.connector.install('user-1');
  const {id} = (await request('POST', '', wanted)).json;
  assert.equal((await request('POST', '', wanted)).json.id, id);
  assert.equal((await post(`${encodeURIComponent(id)}/activities`, text)).status, 201);
  assert.equal(teams.connector.messages_to('user-1').length, 1);
  assert.deepEqual(teams.connector.messages_to('user-2'), []);
  assert.deepEqual(teams.faults, []);
}));

test('connector: what somebody deleted is not found', () => scene(async ({teams, post, request}) => {
  teams.connector.install('user-1');
  const {id: chat} = (await request('POST', '', wanted)).json;
  const {id} = (await post(`${encodeURIComponent(chat)}/activities`, text)).json;
  teams.connector.delete_message(id);
  assert.equal((await request('PUT', `/${encodeURIComponent(chat)}/activities/${id}`, text)).json.error.code, 'ActivityNotFoundInConversation');
  teams.connector.delete_chat(chat);
  assert.equal((await post(`${encodeURIComponent(chat)}/activities`, text)).json.error.code, 'ConversationNotFound');
  const {id: other} = (await request('POST', '', wanted)).json;
  assert.notEqual(other, chat);
  assert.equal((await post(`${encodeURIComponent(other)}/activities`, text)).status, 201);
  assert.equal(teams.connector.messages_to('user-1').length, 2);
  assert.deepEqual(teams.faults, []);
}));

test('connector: a revoked token gets 401', () => scene(async ({teams, post}) => {
  teams.token_server.revoke_all();
  assert.equal((await post(good_path, text)).status, 401);
  assert.deepEqual(teams.connector.messages, []);
}));
