// The clock is set by hours, forward and back, while the service runs: no reminder is lost or doubled, tokens are judged by the
// clock as it is, and nothing that waits for a time waits for the clock to come back.
import assert from 'node:assert/strict';

import {anna, Conversation} from './support/activities.mjs';
import {settings} from './support/gatherings.mjs';
import {on_machine} from './support/machine.mjs';
import {story} from './support/story.mjs';
import {eventually} from './support/wait.mjs';

const hour = 3600;
const reminders = (here, what) => here.teams.connector.messages_to(anna.aadObjectId).filter(m => m.first.includes(`Din påmindelse: ${what}`)).length;

/** Tokens are made by the clock of the machine. */
const token_at = (here, step) => {
  const now = Math.floor(Date.now() / 1000) + step;
  return here.teams.token({nbf: now - 60, exp: now + hour});
};

/** Waits until the service has looked at the clock again: a turn that changes data wakes the scheduler. */
async function stirred(here, chat, step, n) {
  const answer = await here.deliver(chat.says(`mind mig om prøve ${n} om 20 dage`), {token: token_at(here, step)});
  assert.equal(answer.status, 200, answer.text);
}

story('clock: hours forward and back: every reminder comes once', {serve: false, settings}, on_machine(async (here, machine) => {
  const chat = here.place('personal', anna.aadObjectId);
  const wishes = {'kaffe': 1, 'brød': 2, 'mælk': 26};
  for (const [what, hours] of Object.entries(wishes)) await here.ask(chat, `mind mig om ${what} om ${hours} timer`);
  machine.set({clock_step: 1.5 * hour});
  await stirred(here, chat, 1.5 * hour, 1);
  await here.teams.connector.until(() => reminders(here, 'kaffe') === 1, 'the reminder of coffee');
  machine.set({clock_step: -5 * hour});
  await stirred(here, chat, -5 * hour, 2);
  machine.set({clock_step: 1.5 * hour});
  await stirred(here, chat, 1.5 * hour, 3);
  assert.deepEqual(['kaffe', 'brød', 'mælk'].map(what => reminders(here, what)), [1, 0, 0]);
  await here.service.kill();
  machine.set({clock_step: 2.5 * hour});
  here.teams.connector.forgotten = performance.now();
  await machine.start();
  await here.teams.connector.until(() => reminders(here, 'brød') === 1, 'the reminder of bread');
  machine.set({clock_step: 27 * hour});
  await stirred(here, chat, 27 * hour, 4);
  await here.teams.connector.until(() => reminders(here, 'mælk') === 1, 'the reminder of milk');
  machine.set({clock_step: 0});
  await stirred(here, chat, 0, 5);
  await here.service.stop();
  here.teams.connector.forgotten = performance.now();
  await machine.start();
  await stirred(here, chat, 0, 6);
  assert.deepEqual(['kaffe', 'brød', 'mælk'].map(what => reminders(here, what)), [1, 1, 1]);
}));

story('clock: tokens are judged by the clock as it is, also those that were good a moment ago', {serve: false}, on_machine(async (here, machine) => {
  const chat = here.place('personal');
  const token = here.teams.token();
  const status = async () => (await here.deliver(chat.says('hvem har snerydning?'), {token})).status;
  assert.equal(await status(), 200);
  machine.set({clock_step: 2 * hour});
  assert.equal(await status(), 401, 'it has ended');
  machine.set({clock_step: -2 * hour});
  assert.equal(await status(), 401, 'it does not begin yet');
  machine.set({clock_step: 0});
  assert.equal(await status(), 200);
}));

story('clock: set forward, our own token is fetched anew; set back, it serves on', {serve: false}, on_machine(async (here, machine) => {
  const chat = here.place('personal');
  const ask = async step => {
    const before = here.teams.connector.messages.length;
    assert.equal((await here.deliver(chat.says('hvem har snerydning?'), {token: token_at(here, step)})).status, 200);
    await here.teams.connector.until(() => here.teams.connector.messages.length > before, 'the answer');
  };
  await ask(0);
  machine.set({clock_step: 3 * hour});
  await ask(3 * hour);
  assert.equal(here.teams.token_server.fetches, 2);
  machine.set({clock_step: -3 * hour});
  await ask(-3 * hour);
  assert.equal(here.teams.token_server.fetches, 2);
}));

story('clock: set back while the token server fails: it is asked again soon, not when the clock has caught up', {serve: false}, on_machine(async (here, machine) => {
  const chat = here.place('personal');
  here.teams.token_server.steps.push({status: 503}, {status: 503});
  assert.equal((await here.deliver(chat.says('hvem har snerydning?'))).status, 200);
  await here.service.log(line => line.event === 'token_unavailable', 'that there is no token');
  machine.set({clock_step: -5 * hour});
  await here.teams.connector.messages_in(chat.id);
}));

story('clock: set back while the key server is down: the keys are read as soon as it is there', {
  serve: false, teams_ready: teams => teams.key_server.down(),
}, on_machine(async (here, machine) => {
  const chat = here.place('personal');
  await here.service.log(line => line.event === 'signing_keys', 'that there are no keys');
  machine.set({clock_step: -5 * hour});
  await here.teams.key_server.up();
  const question = chat.says('hvem har snerydning?');
  await eventually(async () => (await here.deliver(question, {token: token_at(here, -5 * hour)})).status === 200, 'the question to be taken');
  await here.teams.connector.messages_in(chat.id);
}));

story('clock: set back, what waits to be sent again does not wait for it', {serve: false}, on_machine(async (here, machine) => {
  const chat = here.place('personal');
  await here.teams.connector.down();
  assert.equal((await here.deliver(chat.says('hvem har snerydning?'))).status, 200);
  await here.service.log(line => line.event === 'delivery', 'of the first try');
  machine.set({clock_step: -5 * hour});
  await here.teams.connector.up();
  await here.teams.connector.messages_in(chat.id);
}));

story('clock: what was sent a month ago is gone within the hour, however much it is', {serve: false}, on_machine(async (here, machine) => {
  const more_than_a_step = 1_020;  // the outbox is pruned a thousand rows at a time
  for (let asked = 0; asked < more_than_a_step; asked += 30) {
    await Promise.all(Array.from({length: 30}, async (_, n) => {
      const chat = new Conversation(here.teams, 'personal', `a:1Asks-${asked + n}`);
      here.teams.connector.conversations.add(chat.id);
      assert.equal((await here.deliver(chat.says('hjælp'))).status, 200);
    }));
  }
  await here.teams.connector.until(() => here.teams.connector.messages.length === more_than_a_step, 'the answers');
  const sent = async () => (await here.outbox('--state', 'sent', '--limit', '2000')).length;
  await eventually(async () => (await sent()) === more_than_a_step, 'all to be written down');
  machine.set({clock_step: 31 * 24 * hour, monotonic_step: hour + 600});
  await eventually(async () => (await sent()) === 0, 'the old messages to be gone');
}, {timer_ms: 20}));
