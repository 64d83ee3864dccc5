// Cards that must be found good or bad: a check that finds nothing is no check.
const card = (body, actions) => ({type: 'AdaptiveCard', version: '1.5', body, ...(actions ? {actions} : {})});
const text = (words, members = {}) => ({type: 'TextBlock', text: words, wrap: true, ...members});

export const good_cards = {
  'an answer': card([
    text('Karen Vestergaard', {weight: 'Bolder', size: 'Large'}), text('Byggesagsbehandler, Byggesag', {isSubtle: true}),
    {type: 'FactSet', facts: [{title: 'Opgave', value: 'Byggetilladelser'}]}, text('**Bekræftet** 3. marts 2026'),
  ], [
    {type: 'Action.OpenUrl', title: 'Chat', url: 'https://teams.microsoft.com/l/chat/0/0'},
    {type: 'Action.Execute', title: 'Forkert person?', verb: 'wrong_person', data: {task: '1'}, fallback: {type: 'Action.Submit', title: 'Forkert person?', data: {task: '1'}}},
  ]),
  'columns and a container': card([{type: 'ColumnSet', columns: [
    {type: 'Column', width: 'stretch', items: [text('Left side')]}, {type: 'Column', width: 'auto', items: [text('Right')]},
  ]}, {type: 'Container', style: 'emphasis', items: [text('Inside')]}]),
};

export const bad_cards = {
  'an unknown element': [card([{type: 'Blink', text: 'x'}]), /parser|validator|drawn/],
  'an action without a type': [card([text('x')], [{title: 'x'}]), /parser|validator|button/],
  'a wrong colour': [card([text('x', {color: 'pink'})]), /parser|validator/],
  'a long text that does not wrap': [card([text('A sentence that is much too long for a narrow card. '.repeat(5), {wrap: false})]), /cut off|px/],
  'a text that is cut after one line': [card([text('A sentence that is much too long for a narrow card. '.repeat(5), {maxLines: 1})]), /cut off/],
  'a column that is too wide': [card([{type: 'ColumnSet', columns: [{type: 'Column', width: '900px', items: [text('x')]}]}]), /px|cut off/],
  'seven buttons': [card([text('x')], Array.from({length: 7}, (_, n) => ({type: 'Action.OpenUrl', title: `Button ${n}`, url: 'https://a.example'}))), /Button 6|parser|validator/],
  'buttons squeezed side by side': [card([{type: 'ColumnSet', columns: ['1', '2', '3'].map(n => ({type: 'Column', width: 'stretch', items: [
    {type: 'ActionSet', actions: [{type: 'Action.OpenUrl', title: `A button with a name ${n}`, url: 'https://a.example'}]}]}))}]), /letters only/],
  'a picture from the network': [card([text('x'), {type: 'Image', url: 'https://a.example/x.png'}]), /asks for/],
  'a picture that is none': [card([text('x'), {type: 'Image', url: 'data:image/png;base64,AAAA'}]), /cannot be shown/],
};
