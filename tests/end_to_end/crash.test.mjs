// The program dies or is stopped at bad moments: what was acknowledged is not lost.
import assert from 'node:assert/strict';

import {story} from './support/story.mjs';
import {step} from './support/connector.mjs';
import {gate} from './support/wait.mjs';

story('crash: killed between commit and post, the answer is sent after the restart', async here => {
  const chat = here.place('personal');
  const never = gate();
  here.teams.token_server.steps.push({held: never.opened});
  assert.equal((await here.deliver(chat.says('hvem har snerydning?'))).status, 200);
  await here.teams.token_server.until(() => here.teams.token_server.fetches > 0, 'the token to be asked for');
  await here.service.kill();
  never.open();
  assert.equal(here.teams.connector.requests.length, 0);
  await here.start();
  await here.teams.connector.messages_in(chat.id);
  await here.outcome('sent');
  assert.equal(here.teams.connector.messages.length, 1);
});

story('crash: killed while it posts, the answer is sent after the restart', async here => {
  const chat = here.place('personal');
  const never = gate();
  here.teams.connector.plan([step.held(never.opened)], chat.id);
  assert.equal((await here.deliver(chat.says('hvem har snerydning?'))).status, 200);
  await here.teams.connector.until(() => here.teams.connector.requests.some(r => r.outcome === 'held' || r.activity), 'the post');
  await here.service.kill();
  await here.start();
  await here.teams.connector.messages_in(chat.id);
  await here.outcome('sent');
  never.open();
});

story('crash: a repeated delivery after the restart does nothing twice', async here => {
  const chat = here.place('personal');
  const question = chat.says('hvem har snerydning?');
  await here.deliver(question);
  await here.teams.connector.messages_in(chat.id);
  await here.outcome('sent');
  await here.service.kill();
  await here.start();
  assert.equal((await here.deliver(question)).status, 200);
  await here.ask(chat, 'hvem har byggetilladelser?');
  assert.equal(here.teams.connector.messages.length, 2);
});

story('crash: a welcome is not doubled', async here => {
  const place = here.place('personal');
  const never = gate();
  here.teams.connector.plan([step.held(never.opened)], place.id);
  for (const activity of place.installation()) await here.deliver(activity);
  await here.teams.connector.requests_for(place.id);
  await here.service.kill();
  await here.start();
  for (const activity of place.installation()) await here.deliver(activity);
  await here.ask(place, 'hvem har snerydning?');
  assert.equal(here.teams.connector.requests.filter(r => r.conversation === place.id).length, 2, here.teams.connector.describe());
  assert.ok((await here.outbox('--state', 'uncertain')).length === 1);
  never.open();
});

story('crash: killed again and again under load, every 200 has its answer', async here => {
  const acknowledged = [];
  for (let round = 0; round < 4; ++round) {
    const chats = Array.from({length: 12}, () => here.place('personal'));
    const sent = chats.map(async chat => {
      const answer = await here.deliver(chat.says('hvem har snerydning?')).catch(() => undefined);
      if (answer?.status === 200) acknowledged.push(chat);
    });
    await Promise.race(sent);
    await here.service.kill();
    await Promise.all(sent);
    await here.start();
  }
  assert.ok(acknowledged.length >= 4);
  for (const chat of acknowledged) await here.teams.connector.messages_in(chat.id);
});

story('stop: SIGTERM while turns are running: every 200 has its answer, exactly once', async here => {
  const chats = Array.from({length: 30}, () => here.place('personal'));
  const sent = chats.map(chat => here.deliver(chat.says('hvem har snerydning?')).catch(() => undefined));
  await Promise.race(sent);
  await here.service.stop();
  const answers = await Promise.all(sent);
  await here.start();
  for (const [n, chat] of chats.entries()) {
    if (answers[n]?.status !== 200) continue;
    assert.equal((await here.teams.connector.messages_in(chat.id)).length, 1);
  }
  assert.ok(answers.filter(answer => answer?.status === 200).length > 0);
  assert.equal((await here.outbox('--state', 'pending')).length, 0);
});

story('stop: a post in progress ends before the service does', async here => {
  const chat = here.place('personal');
  const held = gate();
  here.teams.connector.plan([step.held(held.opened)], chat.id);
  await here.deliver(chat.says('hvem har snerydning?'));
  await here.teams.connector.requests_for(chat.id);
  here.service.signal('SIGTERM');
  await here.service.log(line => line.event === 'stopping', 'that it is stopping');
  held.open();
  assert.equal((await here.service.end()).status, 0);
  assert.deepEqual((await here.outbox()).map(row => row.state), ['sent']);
});

story('stop: with a connector that is down, the answer waits for the next start', async here => {
  const chat = here.place('personal');
  await here.teams.connector.down();
  await here.deliver(chat.says('hvem har snerydning?'));
  await here.service.log(line => line.event === 'delivery', 'of the first try');
  await here.service.stop();
  assert.deepEqual((await here.outbox()).map(row => row.state), ['pending']);
  await here.teams.connector.up();
  await here.start();
  await here.teams.connector.messages_in(chat.id);
});

story('stop: what waits through a restart with the connector still down goes on waiting', async here => {
  const chat = here.place('personal');
  await here.teams.connector.down();
  await here.deliver(chat.says('hvem har snerydning?'));
  await here.service.log(line => line.event === 'delivery', 'of the first try');
  await here.service.stop();
  await here.start();
  await here.service.log(line => line.event === 'delivery', 'of the next try');
  await here.service.stop();
  assert.deepEqual((await here.outbox()).map(row => row.state), ['pending']);
  await here.teams.connector.up();
  await here.start();
  await here.teams.connector.messages_in(chat.id);
});

story('stop: more messages than one page waited, and all leave after the restart', {settings: {INDGANG_CLOUD_REQUESTS_PER_SECOND: '0'}}, async here => {
  await here.teams.connector.down();
  const chats = Array.from({length: 1100}, () => here.place('personal'));
  for (let n = 0; n < chats.length; n += 50) await Promise.all(chats.slice(n, n + 50).map(chat => here.deliver(chat.says('hvem har snerydning?'))));
  await here.service.stop();
  await here.teams.connector.up();
  await here.start();
  await here.teams.connector.until(() => here.teams.connector.messages.length >= chats.length, `all ${chats.length} messages`);
  assert.equal(new Set(here.teams.connector.messages.map(message => message.conversation)).size, chats.length);
});

story('start: a second service on the same database is refused with a sentence', async here => {
  const second = await here.command(['serve']);
  assert.equal(second.status, 1);
  assert.match(second.stderr, /Another service works on .*indgang\.db/);
});
