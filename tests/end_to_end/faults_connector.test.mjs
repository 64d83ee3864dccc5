// The connector's answers break off, are no HTTP, or never end: a reply comes once or twice, a broadcast never twice.
import assert from 'node:assert/strict';

import {answer_bytes, step} from './support/connector.mjs';
import {story} from './support/story.mjs';
import {eventually} from './support/wait.mjs';

const unlimited = {settings: {INDGANG_CLOUD_REQUESTS_PER_SECOND: '0'}};
const question = 'hvem har snerydning?';
const requests = (here, chat) => here.teams.connector.requests.filter(r => r.conversation === chat.id).length;
const shown = (here, chat) => here.teams.connector.messages.filter(m => m.conversation === chat.id).length;
const settled = async here => eventually(async () => (await here.outbox('--state', 'pending', '--limit', '1')).length + (await here.outbox('--state', 'sending', '--limit', '1')).length === 0, 'all to come to their end');

story('connector: its answer is cut at every byte: the reply is repeated once, and no more', unlimited, async here => {
  const chats = Array.from({length: answer_bytes}, () => here.place('personal'));
  chats.forEach((chat, at) => here.teams.connector.plan([step.cut_in_answer(at)], chat.id));
  for (let n = 0; n < chats.length; n += 20) {
    const answers = await Promise.all(chats.slice(n, n + 20).map(chat => here.deliver(chat.says(question))));
    assert.ok(answers.every(answer => answer.status === 200));
  }
  for (const chat of chats) await here.teams.connector.requests_for(chat.id, 2);
  await settled(here);
  chats.forEach((chat, at) => assert.ok(requests(here, chat) <= 2 && shown(here, chat) === requests(here, chat), `cut at ${at}: ${requests(here, chat)} requests`));
  assert.equal((await here.outbox('--state', 'sent', '--limit', '1000')).length, chats.length);
});

story('connector: its answer to a broadcast is cut at every byte: it is posted once, and is uncertain', unlimited, async here => {
  const chats = Array.from({length: answer_bytes}, () => here.place('personal'));
  chats.forEach((chat, at) => here.teams.connector.plan([step.cut_in_answer(at)], chat.id));
  for (let n = 0; n < chats.length; n += 20) {
    await Promise.all(chats.slice(n, n + 20).map(async chat => {
      for (const activity of chat.installation()) assert.equal((await here.deliver(activity)).status, 200);
    }));
  }
  for (const chat of chats) await here.teams.connector.requests_for(chat.id);
  await settled(here);
  await here.service.kill();
  await here.start();
  await here.ask(here.place('personal'), question);
  chats.forEach((chat, at) => assert.equal(requests(here, chat), 1, `cut at ${at}`));
  assert.equal((await here.outbox('--state', 'uncertain', '--limit', '1000')).length, chats.length);
});

const odd_answers = [
  ['no HTTP', 'nothing of the kind\r\n\r\n', 'uncertain'],
  ['binary', '\x00\x01\xff\xfe'.repeat(500), 'uncertain'],
  ['a status that is none', 'HTTP/1.1 999999 Created\r\nContent-Length: 0\r\n\r\n', 'uncertain'],
  ['two lengths', 'HTTP/1.1 201 Created\r\nContent-Length: 2\r\nContent-Length: 5\r\n\r\n{}', 'uncertain'],
  ['a body that is too long', `HTTP/1.1 201 Created\r\nContent-Length: 2000000\r\n\r\n${'x'.repeat(1_100_000)}`, 'uncertain'],
  ['a header without end', `HTTP/1.1 201 Created\r\nX-Long: ${'y'.repeat(200_000)}`, 'uncertain'],
  ['a body that is no JSON', 'HTTP/1.1 201 Created\r\nContent-Length: 6\r\n\r\n<html>', 'sent'],
  ['JSON without an id', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnull', 'sent'],
  ['an id that is a number', 'HTTP/1.1 201 Created\r\nContent-Length: 8\r\n\r\n{"id":1}', 'sent'],
  ['a redirect', 'HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/elsewhere\r\nContent-Length: 0\r\n\r\n', 'given_up'],
  ['JSON nested without end in an error', `HTTP/1.1 400 Bad Request\r\nContent-Length: 200000\r\n\r\n${'['.repeat(200_000)}`, 'given_up'],
];
story('connector: answers that are none: the broadcast goes once and says what is known, and the service goes on', unlimited, async here => {
  const expected = {};
  for (const [name, bytes, state] of odd_answers) {
    const place = here.place('personal');
    here.teams.connector.plan([step.raw(bytes)], place.id);
    for (const activity of place.installation()) await here.deliver(activity);
    await here.teams.connector.requests_for(place.id);
    await settled(here);
    assert.equal((await here.outbox('--limit', '1'))[0].state, state, name);
    assert.equal(requests(here, place), 1, name);
    expected[state] = (expected[state] ?? 0) + 1;
  }
  const states = {};
  for (const row of await here.outbox('--limit', '100')) states[row.state] = (states[row.state] ?? 0) + 1;
  assert.deepEqual(states, expected);
  await here.ask(here.place('personal'), question);
});

story('connector: it never answers: the post is given up in time as uncertain, others go on meanwhile', unlimited, async here => {
  const [silent, other] = [here.place('personal'), here.place('personal')];
  here.teams.connector.plan([step.held(new Promise(() => {}))], silent.id);
  for (const activity of silent.installation()) await here.deliver(activity);
  await here.teams.connector.requests_for(silent.id);
  await here.ask(other, question);
  await eventually(async () => (await here.outbox('--state', 'uncertain')).length === 1, 'the welcome to be uncertain');
  assert.equal(requests(here, silent), 1);
});

story('connector: delivered and then an error: a broadcast is not sent again', unlimited, async here => {
  for (const status of [500, 502, 503, 504, 408]) {
    const place = here.place('personal');
    here.teams.connector.plan([step.stored_then(status)], place.id);
    for (const activity of place.installation()) await here.deliver(activity);
    await here.teams.connector.requests_for(place.id);
    await settled(here);
    assert.equal(shown(here, place), 1, `${status}`);
    assert.equal(requests(here, place), 1, `${status}`);
  }
});
