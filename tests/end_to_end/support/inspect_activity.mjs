// What Teams would not take, or would show badly, in an activity that a bot sends. Sources: Microsoft's pages on bot
// messages, message size and card formats; the Adaptive Cards schema.

const activity_members = new Set(['type', 'text', 'textFormat', 'summary', 'attachments', 'attachmentLayout', 'entities', 'channelData', 'importance',
  'inputHint', 'locale', 'from', 'recipient', 'conversation', 'replyToId', 'suggestedActions', 'serviceUrl', 'channelId']);
const element_types = new Set(['TextBlock', 'RichTextBlock', 'TextRun', 'Image', 'ImageSet', 'Container', 'ColumnSet', 'Column', 'FactSet', 'ActionSet',
  'Input.Text', 'Input.ChoiceSet', 'Input.Date', 'Input.Time', 'Input.Toggle', 'Input.Number', 'Table', 'TableRow', 'TableCell']);
const action_types = new Set(['Action.OpenUrl', 'Action.Submit', 'Action.Execute', 'Action.ShowCard', 'Action.ToggleVisibility']);
const card_type = 'application/vnd.microsoft.card.adaptive';

/** All faults of an outgoing activity, as sentences; none if it is well. */
export function activity_faults(activity) {
  const faults = [];
  if (activity === null || typeof activity !== 'object' || Array.isArray(activity)) return ['the body is no JSON object'];
  if (!['message', 'typing'].includes(activity.type)) faults.push(`type is ${JSON.stringify(activity.type)}`);
  if (activity.type === 'typing') return faults;
  for (const name of Object.keys(activity)) if (!activity_members.has(name)) faults.push(`unknown member ${name}`);
  if (activity.from && !/^28:\S+$/.test(activity.from.id ?? '')) faults.push(`it is from ${JSON.stringify(activity.from.id)}`);
  if (2 * JSON.stringify(activity).length > 80_000) faults.push('more than 80,000 bytes counted as UTF-16');
  const attachments = activity.attachments ?? [];
  const has_text = typeof activity.text === 'string' && activity.text.length > 0;
  if (has_text === attachments.length > 0) faults.push('needs a text or a card, and never both');
  if (attachments.length > 1) faults.push('more than one attachment');
  if (has_text && !['plain', 'markdown', 'xml'].includes(activity.textFormat ?? 'markdown')) faults.push(`textFormat is ${activity.textFormat}`);
  for (const attachment of attachments) {
    if (attachment.contentType !== card_type) faults.push(`contentType is ${attachment.contentType}`);
    else faults.push(...card_faults(attachment.content));
    if (typeof activity.summary !== 'string' || activity.summary.trim() === '') faults.push('a card without a summary');
  }
  for (const entity of activity.entities ?? []) {
    if (entity.type === 'mention' && !(activity.text ?? '').includes(entity.text)) faults.push(`the mention ${entity.text} is not in the text`);
  }
  return faults;
}

/** What a form sends: all its inputs with what stands in them, and what somebody filled in. */
export const filled_in = (form, changes) =>
  ({...Object.fromEntries([...elements(form)].filter(e => e.type.startsWith('Input.')).map(e => [e.id, e.value ?? ''])), ...changes});

/** All faults of a request for a personal chat ("Send proactive messages"). */
export function create_faults(wanted) {
  const faults = [];
  if (wanted === null || typeof wanted !== 'object') return ['the body is no JSON object'];
  if (wanted.isGroup !== false) faults.push(`isGroup is ${wanted.isGroup}`);
  if (!/^28:\S+$/.test(wanted.bot?.id ?? '')) faults.push(`the bot is ${wanted.bot?.id}`);
  if (wanted.members?.length !== 1 || !wanted.members[0].id) faults.push('not one member');
  if (!wanted.tenantId || wanted.channelData?.tenant?.id !== wanted.tenantId) faults.push('the tenant is not told twice');
  return faults;
}

/** All faults of an Adaptive Card. */
export function card_faults(card) {
  const faults = [];
  if (card?.type !== 'AdaptiveCard') return ['the card is no AdaptiveCard'];
  if (card.version !== '1.5') faults.push(`card version ${card.version}`);
  if (!Array.isArray(card.body) || card.body.length === 0) faults.push('a card without a body');
  if ((card.actions ?? []).filter(a => a.mode !== 'secondary').length > 6) faults.push('more than six primary actions');
  const ids = new Set();
  walk(card, (value, name) => {
    if (value === null) faults.push(`${name} is null`);
    if (typeof value === 'string' && /\{[a-z_]+\}|undefined|\[object/.test(value)) faults.push(`a placeholder was left in: ${value}`);
    if (typeof value === 'object' && value !== null && typeof value.id === 'string' && 'type' in value) {
      if (ids.has(value.id)) faults.push(`the id ${value.id} occurs twice`);
      ids.add(value.id);
    }
  });
  for (const element of elements(card)) {
    if (!element_types.has(element.type)) faults.push(`unknown element ${element.type}`);
    if (element.type === 'TextBlock' && (typeof element.text !== 'string' || element.text === '')) faults.push('an empty TextBlock');
    if (element.type === 'TextBlock' && element.wrap !== true && element.maxLines === undefined) faults.push(`a TextBlock that does not wrap: ${element.text}`);
    if (element.type === 'Input.Text' && !element.label) faults.push('an input without a label');
  }
  for (const action of card_actions(card)) {
    if (!action_types.has(action.type)) faults.push(`unknown action ${action.type}`);
    if (!action.title && !action.tooltip && !action.iconUrl && !action.select_action) faults.push(`a ${action.type} without a title`);
    if (action.type === 'Action.Execute' && !action.verb) faults.push('an Action.Execute without a verb');
    if (action.type === 'Action.OpenUrl' && !/^(https:\/\/|mailto:|tel:)/.test(action.url ?? '')) faults.push(`an Action.OpenUrl to ${action.url}`);
  }
  return faults;
}

function walk(value, visit, name = 'card') {
  visit(value, name);
  if (value !== null && typeof value === 'object') for (const [key, inner] of Object.entries(value)) walk(inner, visit, key);
}

/** Every element of a card, outer ones first. */
export function* elements(card) {
  const inner = ['body', 'items', 'columns', 'inlines', 'rows', 'cells', 'images'];
  const queue = [card];
  while (queue.length) {
    const here = queue.shift();
    for (const name of inner) {
      for (const child of Array.isArray(here[name]) ? here[name] : []) {
        if (typeof child !== 'object') continue;
        if (child.type || name !== 'columns') yield child.type ? child : {...child, type: 'unnamed'};
        queue.push(child);
      }
    }
    for (const action of here.actions ?? []) if (action.card) queue.push(action.card);
  }
}

/** Every action of a card: of the card itself, of action sets, and those that a tap on an element runs. */
export function* card_actions(card) {
  const of_one = function* (actions) {
    for (const action of actions ?? []) {
      yield action;
      if (action.card) yield* card_actions(action.card);
    }
  };
  yield* of_one(card.actions);
  if (card.selectAction) yield {...card.selectAction, select_action: true};
  for (const element of elements(card)) {
    if (element.type === 'ActionSet') yield* of_one(element.actions);
    if (element.selectAction) yield {...element.selectAction, select_action: true};
  }
}

/** Every text that a card shows, one a line: blocks, facts, titles of buttons. */
export function card_text(card) {
  const lines = [];
  for (const element of elements(card)) {
    if (element.text) lines.push(element.text);
    for (const fact of element.facts ?? []) lines.push(`${fact.title}: ${fact.value}`);
    if (element.label) lines.push(element.label);
  }
  for (const action of card_actions(card)) lines.push(action.title ?? '');
  return lines.join('\n');
}

/** What a user sees of an activity. */
export function visible_text(activity) {
  return activity.text || (activity.attachments ?? []).map(a => card_text(a.content)).join('\n');
}

/** The card of an activity. */
export function card_of(activity) {
  return activity.attachments?.[0]?.content;
}
