// Activities as Teams sends them: the shapes follow Microsoft's documentation and recordings of its own test client.
import {app_id, tenant} from './tokens.mjs';

let counter = 0;
const started = Date.now();
const next_message_id = () => String(started + ++counter);
const next_event_id = () => `f:${started + ++counter}`;

export const bot = {id: `28:${app_id}`, name: 'Indgang'};

/** People who write to the bot; names occur nowhere else, so that a log that holds one is found out. */
export const anna = {id: '29:1AnnaOpaqueIdentity', name: 'Anna Qvistgaard-Prøve', aadObjectId: '11111111-aaaa-4aaa-8aaa-111111111111'};
export const bo = {id: '29:1BoOpaqueIdentity', name: 'Bo Rævebjerg-Prøve', aadObjectId: '22222222-bbbb-4bbb-8bbb-222222222222'};

/** A conversation that the bot can be written to in. */
export class Conversation {
  constructor(teams, kind, id, extra = {}) {
    this.teams = teams;
    this.kind = kind;
    this.id = id;
    this.extra = extra;
  }

  #base(type, from, members) {
    const now = new Date();
    return {
      type,
      timestamp: now.toISOString(),
      localTimestamp: now.toISOString().replace('Z', '+00:00'),
      localTimezone: 'Europe/Copenhagen',
      channelId: 'msteams',
      serviceUrl: this.teams.service_url,
      from,
      conversation: {...(this.kind === 'personal' ? {} : {isGroup: true}), conversationType: this.kind, tenantId: tenant, id: this.id},
      recipient: bot,
      channelData: {...this.extra, tenant: {id: tenant}},
      ...members,
    };
  }

  /** What somebody writes. In groups and channels the bot is mentioned first, as Teams demands. */
  says(text, {from = anna, locale = 'da-DK', entities = []} = {}) {
    const mention = `<at>${bot.name}</at>`;
    const in_group = this.kind !== 'personal';
    const whole = in_group ? `${mention} ${text}` : text;
    return this.#base('message', from, {
      id: next_message_id(),
      textFormat: 'plain',
      text: whole,
      locale,
      attachments: [{contentType: 'text/html', content: `<p>${whole}</p>`}],
      entities: [
        ...(in_group ? [{type: 'mention', text: mention, mentioned: bot}] : []),
        ...entities,
        {type: 'clientInfo', locale, country: 'DK', platform: 'Windows', timezone: 'Europe/Copenhagen'},
      ],
    });
  }

  /** A tap on an Action.Execute. */
  taps(action, message_id, {from = anna, inputs = {}} = {}) {
    return this.#base('invoke', from, {
      id: next_event_id(),
      name: 'adaptiveCard/action',
      replyToId: message_id,
      locale: 'da-DK',
      value: {action: {type: 'Action.Execute', title: action.title, verb: action.verb, data: {...action.data, ...inputs}}, trigger: 'manual'},
    });
  }

  /** A tap on a button that opens a form; its data as the card has them. */
  opens(action, message_id, {from = anna, id = next_event_id()} = {}) {
    return this.#dialog('task/fetch', action.data, {from, id, replyToId: message_id});
  }

  /** The form is sent: the data of its button with what was filled in. */
  sends_form(action, inputs, {from = anna, id = next_event_id()} = {}) {
    return this.#dialog('task/submit', {...action.data, ...inputs}, {from, id});
  }

  #dialog(name, data, {from, ...members}) {
    return this.#base('invoke', from, {...members, name, locale: 'da-DK', value: {data, context: {theme: 'default'}}});
  }

  /** A tap on an Action.Submit: a message without text. */
  submits(data, message_id, {from = anna} = {}) {
    return this.#base('message', from, {id: next_message_id(), replyToId: message_id, locale: 'da-DK', value: data});
  }

  /** The two activities that an installation brings. */
  installation({from = anna} = {}) {
    return [
      this.#base('installationUpdate', from, {id: next_event_id(), action: 'add', locale: 'da-DK'}),
      this.#base('conversationUpdate', from, {id: next_event_id(), membersAdded: [{id: bot.id}]}),
    ];
  }

  removal({from = anna} = {}) {
    return this.#base('installationUpdate', from, {id: next_event_id(), action: 'remove', locale: 'da-DK'});
  }

  /** Anything else. */
  other(type, members = {}, {from = anna} = {}) {
    return this.#base(type, from, {id: next_event_id(), ...members});
  }
}

/** Somebody of the catalogue, as Teams knows them. */
export const person = (name, entra_id) => ({id: `29:1-${entra_id}`, name, aadObjectId: entra_id});

let conversations = 0;

/** The places where conversations happen. Each call makes a new one with ids shaped like the cloud's. */
export const places = {
  personal: teams => new Conversation(teams, 'personal', `a:1Personal-${++conversations}_Opaque`),
  group: teams => new Conversation(teams, 'groupChat', `19:0123456789abcdef${++conversations}@thread.v2`),
  channel(teams) {
    const id = `19:channel${++conversations}@thread.tacv2`;
    return new Conversation(teams, 'channel', id, {team: {id: '19:team@thread.tacv2', aadGroupId: '33333333-cccc-4ccc-8ccc-333333333333', name: 'Drift'}, channel: {id}});
  },
  thread(teams) {
    const channel = places.channel(teams);
    return new Conversation(teams, 'channel', `${channel.id};messageid=1763649990000`, channel.extra);
  },
};
