// One question at a time: that a bad token is refused, and how long it takes from the start to the first answer.
import {answer_json, LocalServer, read_body, send} from '../../end_to_end/support/http.mjs';
import {eventually} from '../../end_to_end/support/wait.mjs';

const ask = (bot, here, token, service_url) => send(`${bot.value}/api/messages`, {
  method: 'POST', body: here.question(service_url), headers: {'content-type': 'application/json', ...(token ? {authorization: `Bearer ${token}`} : {})},
});

/** Throws unless the bot answers a good token, and neither a forged one nor none. Gives the statuses of its refusals. */
export async function check_tokens(here, contestant, bot) {
  const good = here.token(here.service_url, contestant.token);
  const [head, claims, signature] = good.split('.');
  const forged = [head, claims, signature.slice(0, 20) + (signature[20] === 'A' ? 'B' : 'A') + signature.slice(21)].join('.');
  const before = await here.posts();
  const refusals = [];
  for (const [what, token] of [['a forged token', forged], ['no token', '']]) {
    const {status} = await ask(bot, here, token);
    if (status < 400) throw new Error(`${contestant.name} answered ${status} to ${what}: it does not do the same work`);
    refusals.push(status);
  }
  const {status} = await ask(bot, here, good);
  if (status !== 200) throw new Error(`${contestant.name} answered ${status} to a good token`);
  await eventually(async () => (await here.posts()) > before, `${contestant.name} to post its reply`);
  if ((await here.posts()) !== before + 1) throw new Error(`${contestant.name} posted more than the one reply`);
  return refusals;
}

/** From the start of the process to the first answer at a connector, in milliseconds; and the peak of its memory then. */
export async function first_answer_ms(here, contestant) {
  let seen;
  const posted = new Promise(resolve => { seen = resolve; });
  const connector = new LocalServer(async (request, response) => {
    await read_body(request);
    seen(performance.now());
    answer_json(response, 201, {id: '1'});
  });
  await connector.up();
  const service_url = `${connector.origin}/emea/`;
  const bot = await contestant.start(here);
  const token = here.token(service_url, contestant.token);
  await eventually(async () => (await ask(bot, here, token, service_url)).status === 200, 'the first question to be taken');
  const took = (await posted) - bot.started;
  await bot.stop();
  await connector.down();
  return took;
}
