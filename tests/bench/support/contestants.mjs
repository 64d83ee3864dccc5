// Who takes part, and how each is started.
import {existsSync} from 'node:fs';

import {app_id, tenant} from '../../end_to_end/support/tokens.mjs';
import {compiled, program, root} from './places.mjs';
import {start} from './processes.mjs';

export const start_indgang = (here, settings) => start(program, ['serve'], {
  stream: 'stderr',
  cwd: here.folder,
  env: here.settings(settings),
  ready: line => /"event":"ready".*"url":"([^"]+)"/.exec(line)?.[1],
});

function start_peer(here, script, fuzzy) {
  if (!existsSync(`${root}tests/bench/node_modules/botbuilder`)) throw new Error('The packages of the Node bots are not installed. Run: npm ci --prefix tests/bench');
  return start(process.execPath, [`${root}tests/bench/peer/${script}.cjs`], {
    env: {
      NODE_ENV: 'production', PEER_CATALOGUE: here.catalogue, PEER_METADATA: here.keys.metadata_url, PEER_AUTHORITY: here.entra.origin, PEER_APP_ID: app_id,
      PEER_TENANT: tenant, PEER_SECRET: here.tokens.secret, PEER_TOKEN_ENDPOINT: here.tokens.endpoint.replace('{tenant}', tenant), PEER_FUZZY: fuzzy,
    },
    ready: line => /^ready (\S+)/.exec(line)?.[1],
  });
}

/** `peer`: a Node bot that the goals compare with; it tolerates typing errors, as ours does. `token`: which kind it takes. */
const bots = [
  {name: 'Indgang', token: 'teams', start: here => start_indgang(here)},
  {name: 'botbuilder', token: 'teams', peer: true, start: here => start_peer(here, 'botbuilder', '0.2')},
  {name: 'agents-hosting', token: 'entra', peer: true, start: here => start_peer(here, 'agents', '0.2')},
  {name: 'teams.apps', token: 'teams', peer: true, start: here => start_peer(here, 'teams', '0.2')},
  {name: 'botbuilder, no typos', token: 'teams', start: here => start_peer(here, 'botbuilder', '0')},
];
/** The limit: it answers, and does nothing else. */
const echo = {
  name: 'bare Beast echo', token: 'teams', silent: true,
  start: async () => {
    const running = await start(compiled('echo'), [], {ready: line => Number(line)});
    return {...running, value: `http://127.0.0.1:${running.value}`};
  },
};

/** Who takes part; `alone`: without the Node bots. */
export const contestants = alone => [...bots.filter(bot => !alone || bot.name === 'Indgang'), echo];
