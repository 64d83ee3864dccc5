// The sample municipality's network of fifty, and what its people do: plan, send, answer.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {moment} from './wait.mjs';
import {Conversation, person} from './activities.mjs';
import {card_actions, card_of, visible_text} from './inspect_activity.mjs';

const sample = name => fileURLToPath(new URL(`../../../config/sample/${name}`, import.meta.url));
const rows = name => readFileSync(sample(name), 'utf8').trim().split('\n').slice(1).map(line => line.split(';'));
const network = 'Virksomhedsnetværket';

/** Everybody of the sample, by e-mail, as Teams knows them. */
export const everybody = new Map(rows('people.csv').filter(row => row[7]).map(row => [row[1], person(row[0], row[7])]));
const row_of_network = rows('networks.csv').find(row => row[0] === network);
export const coordinator = everybody.get(row_of_network[3]);
export const members = row_of_network[4].split(', ').map(mail => everybody.get(mail));

/** Settings with which nothing waits for the time of day. */
export const settings = {INDGANG_TIME_QUIET_FROM: '0', INDGANG_TIME_QUIET_TO: '0', INDGANG_SERVER_PUBLIC_URL: 'https://indgang.sundkoebing.example'};
export const options = {sample: true, settings};

/** The personal chat with somebody, which they have opened themselves. */
export function chat_of(here, who) {
  const known = here.teams.connector.chat_of(who.aadObjectId);
  return known ? new Conversation(here.teams, 'personal', known) : here.place('personal', who.aadObjectId);
}

const months = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'];

/** A Wednesday some weeks ahead, in words. */
export function day_ahead(weeks) {
  const day = new Date(Date.now() + weeks * 7 * 86_400_000);
  day.setDate(day.getDate() + ((10 - day.getDay()) % 7));
  return `den ${day.getDate()}. ${months[day.getMonth()]} ${day.getFullYear()}`;
}

export const button = (message, title) => {
  const found = [...card_actions(card_of(message.activity))].find(action => title.test(action.title ?? ''));
  assert.ok(found, `no button ${title} in:\n${visible_text(message.activity)}`);
  return found;
};

/** The coordinator writes what is planned; returns their chat and the message with the draft. */
export async function draft(here, place, {weeks = 9, extra = ''} = {}) {
  const chat = chat_of(here, coordinator);
  const text = `planlæg plenum for ${network} ${day_ahead(weeks)} kl. 13-15.30 i ${place}${extra}`;
  assert.equal((await here.deliver(chat.says(text, {from: coordinator}))).status, 200);
  // Other messages may come in between, also with this place.
  const is_draft = m => m.conversation === chat.id && m.first.includes(place) && /"title":"Send"/.test(m.first);
  const message = await here.teams.connector.until(() => here.teams.connector.messages.find(is_draft), () => `the draft; ${here.teams.connector.describe()}`);
  return {chat, message};
}

/** The invitations to the gathering at a place that somebody was sent (edits change them and add none). */
export const invitations_of = (here, who, place) => here.teams.connector.messages_to(who.aadObjectId)
  .filter(m => m.first.includes('Invitation: ') && m.first.includes(place) && [...card_actions(card_of(m.activity))].some(action => /Kommer/.test(action.title ?? '')));

/** Delivers as Teams does: again (with a new id for what is a tap) until the service, however often it dies, says 200. */
export async function until_acknowledged(here, activity) {
  for (let n = 0; ; ++n) {
    const answer = await here.deliver(n === 0 ? activity : {...activity, id: `${activity.id}${n}`}).catch(() => undefined);
    if (answer?.status === 200) return answer;
    await moment(20);
  }
}
