// The key server and the token server answer slowly, wrongly, or with what is none of their business.
import assert from 'node:assert/strict';

import {answer_json} from './support/http.mjs';
import {on_machine} from './support/machine.mjs';
import {story} from './support/story.mjs';
import {eventually, gate} from './support/wait.mjs';

const question = 'hvem har snerydning?';
const html = '<html><body>Please log in</body></html>';

/** name -> what a server answers instead: (request, response, origin) */
const wrong = {
  'HTML with 200': (request, response) => response.writeHead(200, {'content-type': 'text/html'}).end(html),
  'half of its JSON': (request, response) => response.writeHead(200, {'content-type': 'application/json'}).end('{"issuer":"https://api.botframework.com","jwks_uri":"http://127.0'),
  'a megabyte and more': (request, response) => response.writeHead(200, {'content-type': 'application/json'}).end(`{"keys":[${'1,'.repeat(600_000)}1]}`),
  'JSON nested without end': (request, response) => response.writeHead(200, {'content-type': 'application/json'}).end('['.repeat(500_000)),
  'a redirect': (request, response, origin) => response.writeHead(302, {location: `${origin}/elsewhere`}).end(),
  'an empty 204': (request, response) => response.writeHead(204).end(),
  'null': (request, response) => response.writeHead(200, {'content-type': 'application/json'}).end('null'),
  'a cut connection': request => request.socket.destroy(),
  'no HTTP': request => request.socket.end('SSH-2.0-OpenSSH_9.2\r\n'),
};

story('keys: whatever the server answers instead, nobody comes in, the log says why, and its first good answer is taken', {
  serve: false, teams_ready: teams => teams.key_server.down(),
}, on_machine(async (here, machine) => {
  const failures = () => here.service.lines.filter(entry => entry.event === 'signing_keys');
  await here.service.until(() => failures().length === 1, 'that there are no keys');
  await here.teams.key_server.up();
  const chat = here.place('personal');
  const activity = chat.says(question);
  let step = 0;
  for (const [name, answer] of Object.entries(wrong)) {
    here.teams.key_server.instead = answer;
    machine.set({clock_step: step += 16});  // the pause between two tries is over
    assert.equal((await here.deliver(activity)).status, 503, name);
    const line = failures().at(-1);
    assert.match(line.what, /^signing_keys_failed: /, name);
    assert.ok(line.what.length < 300, 'the answer itself does not stand in the log');
  }
  assert.equal(failures().length, 1 + Object.keys(wrong).length);
  here.teams.key_server.instead = undefined;
  machine.set({clock_step: step + 16});
  assert.equal((await here.deliver(activity)).status, 200);
  await here.teams.connector.messages_in(chat.id);
  assert.equal(here.teams.connector.messages.length, 1);
}));

story('token: whatever the server answers instead, the answers to all questions come when it is well, once', {serve: false}, on_machine(async (here, machine) => {
  const failures = () => here.service.lines.filter(entry => entry.event === 'token_unavailable');
  const chats = [];
  let step = 0;
  for (const [name, answer] of Object.entries(wrong)) {
    here.teams.token_server.instead = answer;
    machine.set({clock_step: step += 61});  // the pause between two tries is over
    const [before, fetches] = [failures().length, here.teams.token_server.fetches];
    chats.push(here.place('personal'));
    assert.equal((await here.deliver(chats.at(-1).says(question))).status, 200, name);
    await here.service.until(() => failures().length > before && here.teams.token_server.fetches > fetches, `that there is no token: ${name}`);
    assert.ok(failures().at(-1).reason.length < 500, 'the answer itself does not stand in the log');
  }
  here.teams.token_server.instead = undefined;
  machine.set({clock_step: step + 61});
  for (const chat of chats) await here.teams.connector.messages_in(chat.id);
  await eventually(async () => (await here.outbox('--state', 'pending')).length === 0, 'all marks to be written');
  assert.equal(here.teams.connector.messages.length, chats.length);
}));

story('keys: a server that does not answer holds up only those who need it', async here => {
  const chat = here.place('personal');
  await here.ask(chat, question);
  const held = gate();
  here.teams.key_server.instead = async (request, response) => { await held.opened; response.writeHead(500).end(); };
  await here.ask(chat, 'hvem har byggetilladelser?');
  held.open();
});

story('token: a slow server: questions are acknowledged at once, all answers come when it has answered', async here => {
  const held = gate();
  here.teams.token_server.steps.push({held: held.opened});
  const chats = Array.from({length: 20}, () => here.place('personal'));
  const answers = await Promise.all(chats.map(chat => here.deliver(chat.says(question))));
  assert.ok(answers.every(answer => answer.status === 200));
  assert.equal(here.teams.connector.messages.length, 0);
  held.open();
  for (const chat of chats) await here.teams.connector.messages_in(chat.id);
  assert.equal(here.teams.token_server.fetches, 1);
});

for (const [name, body] of [
  ['has a line break', {token_type: 'Bearer', expires_in: 3599, access_token: 'a\r\nX-Evil: 1'}],
  ['is empty', {token_type: 'Bearer', expires_in: 3599, access_token: ''}],
  ['is a number', {token_type: 'Bearer', expires_in: 3599, access_token: 5}],
  ['never lives', {token_type: 'Bearer', expires_in: 0, access_token: 'abc'}],
]) {
  story(`token: one that ${name} is not used`, async here => {
    here.teams.token_server.steps.push({status: 200, body});
    const chat = here.place('personal');
    assert.equal((await here.deliver(chat.says(question))).status, 200);
    await here.service.log(entry => entry.event === 'token_unavailable', 'that there is no token');
    await here.teams.connector.messages_in(chat.id);
  });
}

story('stop: SIGTERM while the keys are being read: the service ends at once, and keeps no connection for later', {
  teams_ready: teams => {
    teams.key_server.slow = gate();
    teams.key_server.instead = async (request, response, origin) => {
      teams.key_server.asked.open();
      await teams.key_server.slow.opened;
      answer_json(response, 200, request.url.endsWith('configuration') ? {jwks_uri: `${origin}/keys`} : {keys: [teams.key.jwk]});
    };
    teams.key_server.asked = gate();
  },
}, async here => {
  await here.teams.key_server.asked.opened;
  here.service.signal('SIGTERM');
  await here.service.log(line => line.event === 'stopping', 'that it is stopping');
  here.teams.key_server.slow.open();
  assert.equal((await here.service.end()).status, 0);
});
