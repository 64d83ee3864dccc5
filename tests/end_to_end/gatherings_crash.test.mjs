// The process is killed with SIGKILL while fifty are invited, while they answer, and while they are reminded. However often:
// everybody has exactly one invitation, or stands on the coordinator's card as not reached or uncertain; nothing acknowledged
// is lost. INDGANG_KILLS says how many kills at least (12); the full count: INDGANG_KILLS=300 node run.mjs gatherings_crash
import assert from 'node:assert/strict';

import {step} from './support/connector.mjs';
import {button, chat_of, coordinator, draft, invitations_of, members, options, until_acknowledged} from './support/gatherings.mjs';
import {visible_text} from './support/inspect_activity.mjs';
import {story} from './support/story.mjs';
import {moment} from './support/wait.mjs';

const kills_wanted = Number(process.env.INDGANG_KILLS ?? 12);
const timeout = 300_000 + kills_wanted * 20_000;

/** Numbers that look random and are the same in every run: a failure can be repeated. */
function numbers(seed) {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const groups = async here => Number(/^indgang_writer_groups_total (\d+)/m.exec((await here.get('/metrics')).text)?.[1]);

/** Waits for one of the moments to die at: the n-th commit from now, the n-th request to the connector, or any time. */
async function moment_to_die(here, round, random) {
  const step_of_round = 1 + Math.floor(round / 3) % 40;
  if (round % 3 === 0) {
    const from = await groups(here);
    while (await groups(here) < from + step_of_round && !idle(here)) continue;
  } else if (round % 3 === 1) {
    const from = here.teams.connector.requests.length;
    while (here.teams.connector.requests.length < from + step_of_round && !idle(here)) await moment(1);
  } else {
    await moment(random(400));
  }
}

/** Nothing has been asked of the connector for a while: what was to be done is done. */
const idle = here => performance.now() - Math.max(here.started_at, here.teams.connector.requests.at(-1)?.at ?? 0) > 1500;

async function kill_and_restart(here) {
  await here.service.kill();
  here.teams.connector.forgotten = here.started_at = performance.now();
  await here.start();
}

/** All of the ledger has come to its end. */
async function all_settled(here) {
  for (;;) {
    if ((await here.outbox('--state', 'pending', '--limit', '1')).length === 0 && (await here.outbox('--state', 'sending', '--limit', '1')).length === 0) return;
    await moment(100);
  }
}

function check_invitations(here, place, chat) {
  const card = here.teams.connector.messages.filter(m => m.conversation === chat.id).map(m => visible_text(m.activity)).filter(text => text.includes(place) && /Sendt til|sendt til/.test(text)).at(-1) ?? '';
  const count = who => invitations_of(here, who, place).length;
  for (const who of members) assert.ok(count(who) <= 1, `${who.name} has ${count(who)} invitations to ${place}`);
  const unlisted = members.filter(who => count(who) === 0 && !card.includes(who.name));
  const more = Number(/ og (\d+) mere/.exec(card)?.[1] ?? 0);  // the card names thirty
  assert.ok(unlisted.length <= more, `${unlisted.map(who => who.name)} have no invitation to ${place} and don't stand on the card:\n${card}`);
}

story('crash: killed again and again while fifty are invited, everybody has exactly one invitation or stands on the list', {...options, timeout}, async here => {
  const random = numbers(20260416);
  members.filter(who => who !== coordinator).forEach(who => here.teams.connector.install(who.aadObjectId));
  here.started_at = performance.now();
  for (let kills = 0, place = 1; kills < kills_wanted; ++place) {
    const name = `Lokale ${100 + place}`;
    const {chat, message} = await draft(here, name, {weeks: 8 + place});
    if (place % 2 === 0) for (let n = 0; n < 5; ++n) here.teams.connector.plan([step.throttled(1)], here.teams.connector.chat_of(members[random(members.length)].aadObjectId));
    const sent = until_acknowledged(here, chat.taps(button(message, /^Send$/), message.id, {from: coordinator}));
    do {
      await moment_to_die(here, kills, random);
      await kill_and_restart(here);
      ++kills;
    } while (kills < kills_wanted && !idle(here) && kills % 6 !== 0);
    await sent;
    await all_settled(here);
    check_invitations(here, name, chat);
  }
});

story('crash: killed again and again while they answer, every answer that was acknowledged counts', {...options, timeout}, async here => {
  const random = numbers(51015);
  members.filter(who => who !== coordinator).forEach(who => here.teams.connector.install(who.aadObjectId));
  const {chat, message} = await draft(here, 'Lokale 99');
  await until_acknowledged(here, chat.taps(button(message, /^Send$/), message.id, {from: coordinator}));
  await here.teams.connector.until(() => members.every(who => invitations_of(here, who, 'Lokale 99').length === 1), 'the invitations');
  const waiting = [...members];
  const answered = [];
  const answer_one = async who => {
    const [invitation] = invitations_of(here, who, 'Lokale 99');
    await until_acknowledged(here, chat_of(here, who).taps(button(invitation, /^Kommer$/), invitation.id, {from: who}));
    answered.push(who);
  };
  for (let kills = 0; kills < Math.min(kills_wanted, members.length) && waiting.length > 0; ++kills) {
    const some = waiting.splice(0, Math.max(1, Math.floor(members.length / kills_wanted)));
    const all = some.map(answer_one);
    await moment(random(60));
    await kill_and_restart(here);
    await Promise.all(all);
  }
  await all_settled(here);
  const text = visible_text((await here.ask(chat, 'hvem kommer til plenum?', {from: coordinator})).activity);
  assert.match(text, new RegExp(`(?<!\\d)${answered.length}(?!\\d)`), text);
});

story('crash: killed again and again while reminders go out, everybody gets theirs at most once, and uncertain ones are listed', {...options, timeout}, async here => {
  const random = numbers(29032026);
  const some = members.slice(0, Math.min(members.length, 10 + kills_wanted));
  for (const who of some) {
    const chat = chat_of(here, who);
    const answer = visible_text((await here.ask(chat, 'mind mig om kaffebønner om 1 minut', {from: who})).activity);
    assert.match(answer, /kaffebønner/, answer);
  }
  const reminders = who => here.teams.connector.messages_to(who.aadObjectId).slice(1).filter(m => m.first.includes('kaffebønner'));
  await here.teams.connector.until(() => some.some(who => reminders(who).length > 0), 'the first reminder', 180_000);
  for (let kills = 0; kills < Math.min(kills_wanted, 20); ++kills) {
    await moment(random(40));
    await kill_and_restart(here);
  }
  await here.teams.connector.until(() => some.filter(who => reminders(who).length === 0).length <= kills_wanted, 'the reminders', 120_000);
  await all_settled(here);
  const uncertain = (await here.outbox('--state', 'uncertain')).length;
  const missing = some.filter(who => reminders(who).length === 0);
  for (const who of some) assert.ok(reminders(who).length <= 1, `${who.name} was reminded ${reminders(who).length} times`);
  assert.ok(missing.length <= uncertain, `${missing.length} were not reminded, ${uncertain} are uncertain`);
});
