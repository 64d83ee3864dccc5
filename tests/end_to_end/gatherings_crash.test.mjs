// The process is killed with SIGKILL while fifty are invited, while they answer, and while they are reminded. However often:
// everybody has exactly one invitation, or stands on the coordinator's card as not reached or uncertain; nothing acknowledged
// is lost. INDGANG_KILLS says how many kills at least (12); the full count: INDGANG_KILLS=300 node run.mjs gatherings_crash
import assert from 'node:assert/strict';

import {step} from './support/connector.mjs';
import {button, chat_of, coordinator, day_ahead, draft, everybody, invitations_of, members, options, until_acknowledged} from './support/gatherings.mjs';
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
  for (let kills = 0, place = 1; kills < kills_wanted; ++place) {
    const name = `Sal ${100 + place}`;
    const {chat, message} = await draft(here, name, {weeks: 8 + place});
    await until_acknowledged(here, chat.taps(button(message, /^Send$/), message.id, {from: coordinator}));
    await here.teams.connector.until(() => members.every(who => invitations_of(here, who, name).length === 1), 'the invitations');
    const answer_one = who => {
      const [invitation] = invitations_of(here, who, name);
      return until_acknowledged(here, chat_of(here, who).taps(button(invitation, /^Kommer$/), invitation.id, {from: who}));
    };
    // One answer at a time, or several where the kills do not suffice for one each.
    const at_once = Math.max(1, Math.floor(members.length / kills_wanted));
    for (let n = 0; n < members.length && kills < kills_wanted; n += at_once, ++kills) {
      const all = members.slice(n, n + at_once).map(answer_one);
      await moment(random(60));
      await kill_and_restart(here);
      await Promise.all(all);
      here.answered = Math.min(members.length, n + at_once);
    }
    await all_settled(here);
    const text = visible_text((await here.ask(chat, `hvem kommer til mødet ${day_ahead(8 + place)}?`, {from: coordinator})).activity);
    assert.match(text, new RegExp(`Kommer \\(${here.answered}\\)`), text);
  }
});

/** The next whole minute of Copenhagen's clock that is at least `seconds` away, in words. */
function minute_ahead(seconds) {
  const time = new Date(Date.now() + seconds * 1000 + 59_999);
  return new Intl.DateTimeFormat('da-DK', {timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit'}).format(time);
}

/** A number without digits, which could be a date. */
const word = n => [...String(n)].map(digit => 'bcdfghjklm'[digit]).join('') + 'o';

// So many that each life of the process gets at some of them only, all due at the same minute: one wait serves all kills.
const staff = [...everybody.values()];
const posts_of_a_life = 10;
const reminders_each = Math.max(4, Math.ceil(kills_wanted * posts_of_a_life / staff.length));

/** Waits until this life of the process has posted some reminders, or committed some groups, or for any time. */
async function moment_to_die_reminding(here, round, random) {
  const some = 1 + random(posts_of_a_life);
  const from = here.teams.connector.requests.length;
  const posted = () => here.teams.connector.requests.length - from;
  if (round % 3 === 0) await moment(random(30));
  else if (round % 3 === 1) await here.teams.connector.until(() => posted() >= some, 'reminders', 2000).catch(() => {});
  else for (const first = await groups(here); await groups(here) < first + some && posted() < posts_of_a_life;) continue;
}

story('crash: killed again and again while reminders go out, everybody gets theirs at most once, and uncertain ones are listed', {...options, timeout}, async here => {
  const random = numbers(29032026);
  const chats = new Map(staff.map(who => [who, chat_of(here, who)]));
  const about = m => /Din påmindelse: (kaffebønner \w+ \w+)"/.exec(m.first)?.[1];
  for (let kills = 0, lot = 1; kills < kills_wanted; ++lot) {
    const asked = staff.flatMap(who => Array.from({length: reminders_each}, (_, n) => ({who, what: `kaffebønner ${word(lot)} ${word(n)}`})));
    const at = minute_ahead(5 + asked.length / 40);
    for (let n = 0; n < reminders_each; ++n) {
      const some = staff.map((_, i) => asked[i * reminders_each + n]);
      const answers = await Promise.all(some.map(({who, what}) => here.deliver(chats.get(who).says(`mind mig om ${what} kl. ${at}`, {from: who}))));
      answers.forEach(answer => assert.equal(answer.status, 200, answer.text));
    }
    await here.teams.connector.until(() => about(here.teams.connector.messages.at(-1)), 'the first reminder', 240_000);
    const waiting = async state => (await here.outbox('--state', state, '--limit', '1')).length > 0;
    do {
      await moment_to_die_reminding(here, kills, random);
      await kill_and_restart(here);
    } while (++kills < kills_wanted && await waiting('pending'));
    await all_settled(here);
    const came = new Map(asked.map(({who, what}) => [`${who.aadObjectId} ${what}`, 0]));
    for (const who of staff) for (const what of here.teams.connector.messages_to(who.aadObjectId).map(about)) if (came.has(`${who.aadObjectId} ${what}`)) came.set(`${who.aadObjectId} ${what}`, came.get(`${who.aadObjectId} ${what}`) + 1);
    for (const [which, times] of came) assert.ok(times <= 1, `${which} came ${times} times`);
    here.missing = (here.missing ?? 0) + [...came.values()].filter(times => times === 0).length;
    const uncertain = (await here.outbox('--state', 'uncertain', '--limit', '100000')).length;
    assert.ok(here.missing <= uncertain, `${here.missing} were not reminded, ${uncertain} are uncertain`);
  }
});
