// Microsoft's key server and token server come and go.
import assert from 'node:assert/strict';

import {step} from './support/connector.mjs';
import {story} from './support/story.mjs';
import {SigningKey} from './support/tokens.mjs';
import {eventually, gate} from './support/wait.mjs';

story('keys: the service starts without the key server and works as soon as it is there', {
  teams_ready: teams => teams.key_server.down(),
}, async here => {
  const chat = here.place('personal');
  const early = await here.deliver(chat.says('hvem har snerydning?'));
  assert.ok([401, 503].includes(early.status), `${early.status}`);
  assert.equal((await here.get('/health/live')).status, 200);
  assert.equal((await here.get('/health/ready')).status, 503);
  await here.teams.key_server.up();
  const question = chat.says('hvem har snerydning?');
  await eventually(async () => (await here.deliver(question)).status === 200, 'the question to be taken');
  await here.teams.connector.messages_in(chat.id);
  assert.equal((await here.get('/health/ready')).status, 200);
});

story('keys: the old ones serve on while the key server is down', async here => {
  const chat = here.place('personal');
  await here.ask(chat, 'hvem har snerydning?');
  await here.teams.key_server.down();
  await here.ask(chat, 'hvem har byggetilladelser?');
});

story('keys: unknown ones do not lead to a flood of requests to the key server', async here => {
  const chat = here.place('personal');
  await here.ask(chat, 'hvem har snerydning?');
  const before = here.teams.key_server.requests.keys;
  const stranger = new SigningKey();
  const answers = await Promise.all(Array.from({length: 20}, (_, n) =>
    here.deliver(chat.says('hvem har snerydning?'), {token: here.teams.token({jti: `${n}`}, {kid: `unknown-${n}`}, stranger)})));
  assert.ok(answers.every(answer => answer.status === 401));
  assert.ok(here.teams.key_server.requests.keys - before <= 1);
});

story('keys: after a rotation and a restart only the new key counts', async here => {
  const chat = here.place('personal');
  await here.ask(chat, 'hvem har snerydning?');
  const old_token = here.teams.token();
  await here.service.stop();
  here.teams.key = new SigningKey();
  here.teams.key_server.keys = [here.teams.key];
  await here.start();
  await here.ask(chat, 'hvem har byggetilladelser?');
  assert.equal((await here.deliver(chat.says('hvem har snerydning?'), {token: old_token})).status, 401);
});

story('token: one is fetched, however many answers leave', async here => {
  const held = gate();
  here.teams.token_server.steps.push({held: held.opened});
  const chats = Array.from({length: 8}, () => here.place('personal'));
  const answers = await Promise.all(chats.map(chat => here.deliver(chat.says('hvem har snerydning?'))));
  assert.ok(answers.every(answer => answer.status === 200), 'nobody waits for our token');
  held.open();
  for (const chat of chats) await here.teams.connector.messages_in(chat.id);
  await here.ask(chats[0], 'hvem har byggetilladelser?');
  assert.equal(here.teams.token_server.fetches, 1);
});

story('token: with the token server down the answer comes later', {
  teams_ready: teams => teams.token_server.down(),
}, async here => {
  const chat = here.place('personal');
  assert.equal((await here.deliver(chat.says('hvem har snerydning?'))).status, 200);
  await here.service.log(line => line.event === 'token_unavailable', 'that there is no token');
  await here.teams.token_server.up();
  await here.teams.connector.messages_in(chat.id);
});

story('token: an error of the token server is survived', async here => {
  here.teams.token_server.steps.push({status: 500, body: {error: 'temporarily_unavailable'}});
  const chat = here.place('personal');
  assert.equal((await here.deliver(chat.says('hvem har snerydning?'))).status, 200);
  await here.teams.connector.messages_in(chat.id);
  assert.equal(here.teams.connector.messages.length, 1);
});

story('token: one that is refused is fetched anew', async here => {
  const chat = here.place('personal');
  await here.ask(chat, 'hvem har snerydning?');
  here.teams.token_server.revoke_all();
  await here.ask(chat, 'hvem har byggetilladelser?');
  assert.equal(here.teams.token_server.fetches, 2);
});

story('token: a server that was down does not use up the one new try after a refused token', async here => {
  const chat = here.place('personal');
  here.teams.token_server.steps.push({status: 503});
  here.teams.connector.plan([step.error(401, 'AuthenticationFailed')], chat.id);
  await here.ask(chat, 'hvem har snerydning?');
});

story('token: one that soon ends is renewed', {
  teams_ready: teams => { teams.token_server.expires_in = 2; },
}, async here => {
  const chat = here.place('personal');
  await eventually(async () => {
    await here.ask(chat, 'hvem har snerydning?');
    return here.teams.token_server.fetches >= 2;
  }, 'a second token');
});

story('token: a wrong secret is said clearly in the log, without the secret, and the answer waits', async here => {
  here.teams.token_server.secret = 'another~secret';
  const chat = here.place('personal');
  assert.equal((await here.deliver(chat.says('hvem har snerydning?'))).status, 200);
  const line = await here.service.log(entry => /AADSTS7000215/.test(JSON.stringify(entry)), 'with the error code AADSTS7000215');
  assert.equal(line.level, 'error');
  assert.match(JSON.stringify(line), /secret/i);
  await here.service.stop();
  assert.deepEqual((await here.outbox()).map(row => row.state), ['pending']);
});
