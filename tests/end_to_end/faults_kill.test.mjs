// Power cuts at every write: of the service while it takes questions, of an import, and of both at once. Afterwards the file is sound,
// what was acknowledged is there, and an import has happened as a whole or not at all.
import assert from 'node:assert/strict';

import {write_fixture} from './support/fixture.mjs';
import {Machine} from './support/machine.mjs';
import {visible_text} from './support/inspect_activity.mjs';
import {story} from './support/story.mjs';
import {eventually} from './support/wait.mjs';

/** For a body that starts the service itself. */
const with_machine = body => async here => {
  const machine = new Machine(here);
  try {
    await body(here, machine);
  } finally {
    machine.release();
  }
};

const sound = async here => {
  const done = await here.command(['check']);
  assert.doesNotMatch(done.stdout + done.stderr, /is damaged/);
};

story('power cut: at every write of an import the catalogue is the old one or the new one', {serve: false}, with_machine(async (here, machine) => {
  const renamed = word => rows => rows.map(row => [...row.slice(0, 4), `${row[4]} ${word}`, ...row.slice(5)]);
  const words = ['alfa', 'bravo'];
  let current = '';
  let cuts = 0;
  for (let write = 1; ; ++write) {
    const word = words[write % 2];
    const {catalogue} = write_fixture(here.folder, renamed(word));
    machine.set({power_cut: write});
    const done = await machine.command(['import', 'catalogue', catalogue, '--allow-mass-deletion']);
    machine.mend();
    const titles = (await here.command(['export', 'catalogue'])).stdout;
    const now = words.filter(one => titles.includes(` ${one};`));
    if (done.signal !== 'SIGKILL') {
      assert.equal(done.status, 0, done.stderr);
      assert.deepEqual(now, [word]);
      break;
    }
    ++cuts;
    assert.ok(now.length <= 1, `a mixture after a cut at write ${write}`);
    assert.ok(now.length === 0 ? current === '' : [current, word].includes(now[0]));
    current = now[0] ?? '';
  }
  assert.ok(cuts > 5, `${cuts} cuts`);
  await sound(here);
}));

story('power cut: at many writes of the service every question that was acknowledged has its answer, and no welcome comes twice', {serve: false}, with_machine(async (here, machine) => {
  const acknowledged = [];
  const welcomed = [];
  for (let write = 1; write <= 40; write += 3) {
    machine.set({power_cut: write});
    const lived = await machine.start().catch(error => assert.match(error.message, /SIGKILL/));
    if (!lived) continue;  // it died before anybody could come in
    const chats = Array.from({length: 4}, () => here.place('personal'));
    const place = here.place('personal');
    welcomed.push(place);
    const work = chats.map(async chat => {
      const answer = await here.deliver(chat.says('hvem har snerydning?')).catch(() => undefined);
      if (answer?.status === 200) acknowledged.push(chat);
    });
    work.push(...place.installation().map(activity => here.deliver(activity).catch(() => undefined)));
    await Promise.all(work);
    machine.mend();
    if (!here.service.ended) await here.service.kill();
  }
  await here.start();
  for (const chat of acknowledged) await here.teams.connector.messages_in(chat.id);
  await eventually(async () => (await here.outbox('--state', 'pending')).length === 0, 'all to be sent');
  for (const place of welcomed) assert.ok(here.teams.connector.messages.filter(m => m.conversation === place.id).length <= 1);
  await sound(here);
}));

story('power cut: of imports beside a service that answers all the time', {serve: false}, with_machine(async (here, machine) => {
  await here.start();
  const chat = here.place('personal');
  for (let write = 2; write < 30; write += 4) {
    const {catalogue} = write_fixture(here.folder, rows => rows.map(row => [...row.slice(0, 7), `${row[7]} ${write}`, ...row.slice(8)]));
    machine.set({power_cut: write});
    const importing = machine.command(['import', 'catalogue', catalogue]);
    assert.match(visible_text((await here.ask(chat, 'hvem har snerydning?')).activity), /Mads Thorup/);
    await importing;
    assert.match(visible_text((await here.ask(chat, 'hvem har byggetilladelser?')).activity), /Karen Vestergaard/);
  }
  await sound(here);
}));
