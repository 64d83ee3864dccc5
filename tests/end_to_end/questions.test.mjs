// A question in every kind of conversation, in both languages.
import assert from 'node:assert/strict';

import {card_actions, card_of, visible_text} from './support/inspect_activity.mjs';
import {story} from './support/story.mjs';

/** What the card says and offers. */
function seen(message) {
  return {text: visible_text(message.activity), actions: [...card_actions(card_of(message.activity))]};
}

story('question: in a personal chat gets a card with name, unit, mail and phone', async here => {
  const chat = here.place('personal');
  const {text, actions} = seen(await here.ask(chat, 'hvem har byggetilladelser?'));
  for (const word of ['Karen Vestergaard', 'Byggesagsbehandler', 'Byggesag', 'Byggetilladelser', 'Forkert person?']) assert.ok(text.includes(word), `${word} in:\n${text}`);
  const urls = actions.map(action => action.url).filter(Boolean);
  assert.ok(urls.some(url => url.startsWith('mailto:karen.vestergaard@sundkoebing.example') || url.startsWith('mailto:karen.vestergaard%40')), urls.join(' '));
  assert.ok(urls.some(url => /^tel:\+?4599000100$/.test(url.replace(/%2B/i, '+'))), urls.join(' '));
  assert.ok(urls.some(url => url.startsWith('https://teams.microsoft.com/l/chat/')), urls.join(' '));
});

story('question: in English gets an English answer, completely', async here => {
  const chat = here.place('personal');
  const {text} = seen(await here.ask(chat, 'who is responsible for building permits?', {locale: 'en-GB'}));
  assert.ok(text.includes('Karen Vestergaard'), text);
  assert.doesNotMatch(text, /Forkert|Bekræftet|Ring\b|opgave|Opgave|kollega|afdeling/);
});

story('question: the language of the question counts, not that of the client', async here => {
  const chat = here.place('personal');
  assert.match(seen(await here.ask(chat, 'hvem tager sig af snerydning?', {locale: 'en-US'})).text, /Forkert person\?/);
  assert.doesNotMatch(seen(await here.ask(chat, 'who takes care of snow clearing?', {locale: 'da-DK'})).text, /Forkert person\?/);
});

for (const kind of ['group', 'channel', 'thread']) {
  story(`question: in a ${kind} the mention is removed and the answer goes to the same conversation`, async here => {
    const place = here.place(kind);
    const message = await here.ask(place, 'hvem har snerydning?');
    const {text} = seen(message);
    assert.ok(text.includes('Mads Thorup'), text);
    assert.ok(!text.includes('<at>'), text);
    assert.equal(message.conversation, place.id);
    assert.equal(here.teams.connector.requests.length, 1);
  });
}

story('question: somebody who is away is shown with the stand-in', async here => {
  const {text} = seen(await here.ask(here.place('personal'), 'hvem står for hjemmepleje?'));
  assert.ok(text.includes('Ole Bach') && text.includes('Aase Ørum'), text);
});

story('question: several good answers become a pick list', async here => {
  const {text, actions} = seen(await here.ask(here.place('personal'), 'hvem har hjælpemidler?'));
  assert.ok(text.includes('Hjælpemidler til voksne') && text.includes('Hjælpemidler til børn'), text);
  assert.ok(actions.filter(action => ['Action.Execute', 'Action.Submit'].includes(action.type)).length >= 2, JSON.stringify(actions));
});

story('question: no answer is said honestly, with the contact point', async here => {
  const {text} = seen(await here.ask(here.place('personal'), 'hvem har ansvaret for rumraketter?'));
  assert.ok(text.includes('Én indgang'), text);
  assert.doesNotMatch(text, /Karen|Mads|Nadia/);
});

story('question: typing errors, Danish letters spelled out, decomposed letters', async here => {
  const chat = here.place('personal');
  for (const question of ['hvem har byggetiladelser', 'HVEM HAR BYGGETILLADELSER', 'hvem har glatfoere', 'hvem har glatføre'.normalize('NFD')]) {
    const {text} = seen(await here.ask(chat, question));
    assert.match(text, /Karen Vestergaard|Mads Thorup/, question);
  }
});

const odd_texts = {
  'nothing but spaces': '   ', 'an emoji': '👩🏽‍🚒', 'markup': '<b>hvem</b> har <script>alert(1)</script>', 'a NUL': 'hvem har \u0000 snerydning',
  'right to left': '\u202Eהיי\u202C', 'braces': '{name} {{DATE(x)}} ${x} %s', 'quotes': `hvem har "'; DROP TABLE task; --`,
  'much': 'hvem har snerydning '.repeat(2000), 'one long word': 'å'.repeat(20_000),
};
story('question: odd texts get one answer each', async here => {
  const chat = here.place('personal');
  for (const [name, text] of Object.entries(odd_texts)) {
    const message = await here.ask(chat, text);
    assert.ok(visible_text(message.activity).length > 0, name);
  }
  assert.equal(here.teams.connector.messages.length, Object.keys(odd_texts).length);
});

story('question: half of a surrogate pair does no harm', async here => {
  const chat = here.place('personal');
  const body = JSON.stringify(chat.says('hvem har snerydning MARK')).replaceAll('MARK', '\\ud83d');
  const answer = await here.post(body, {authorization: `Bearer ${here.teams.token()}`});
  assert.equal(answer.status, 200, answer.text);
  await here.teams.connector.messages_in(chat.id);
});

story('question: a repeated delivery gets no second answer', async here => {
  const chat = here.place('personal');
  const question = chat.says('hvem har snerydning?');
  const all = await Promise.all([here.deliver(question), here.deliver(question), here.deliver(question)]);
  assert.deepEqual(all.map(answer => answer.status), [200, 200, 200]);
  assert.equal((await here.deliver(question)).status, 200);
  await here.teams.connector.messages_in(chat.id, 1); // else it may be taken for the answer to the next question
  await here.ask(chat, 'hvem har byggetilladelser?');
  assert.equal(here.teams.connector.messages.length, 2);
});

story('question: a dozen at once in one conversation are all answered, at Teams\' pace', async here => {
  const chat = here.place('personal');
  const answers = await Promise.all(Array.from({length: 12}, (_, n) => here.deliver(chat.says(`hvem har snerydning nummer ${n}?`))));
  assert.ok(answers.every(answer => answer.status === 200));
  await here.teams.connector.messages_in(chat.id, 12);
});

const mentioned = (name, id) => ({type: 'mention', text: `<at>${name}</at>`, mentioned: {id, name}});

story('question: a colleague who is mentioned beside us is the one who is meant', async here => {
  const {text} = seen(await here.ask(here.place('channel'), 'hvem dækker for <at>Aase Ørum</at>?', {entities: [mentioned('Aase Ørum', '29:1AaseOpaqueIdentity')]}));
  assert.match(text, /Ole Bach dækker for Aase Ørum/);
  assert.doesNotMatch(text, /<at>/);
});

story('question: a mention beside a question with a pick list does not stand in the way of the tap', async here => {
  const place = here.place('channel');
  const message = await here.ask(place, '<at>Aase Ørum</at> er væk, hvem har hjælpemidler?', {entities: [mentioned('Aase Ørum', '29:1AaseOpaqueIdentity')]});
  const pick = seen(message).actions.find(action => action.type === 'Action.Execute' && action.title.startsWith('Hjælpemidler til børn'));
  assert.ok(pick, visible_text(message.activity));
  const answer = await here.deliver(place.taps(pick, message.id));
  assert.equal(answer.status, 200);
  assert.match(answer.text, /Hjælpemidler til børn/);
  assert.match(answer.text, /Ole Bach/);
});
