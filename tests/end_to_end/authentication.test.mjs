// Whose tokens come in. Forged ones: attacks_tokens; good ones for another door: attacks_addresses.
import assert from 'node:assert/strict';

import {story} from './support/story.mjs';

story('authentication: no tenant is allowed until one is named', {settings: {INDGANG_BOT_ALLOWED_TENANTS: ''}}, async here => {
  const answer = await here.deliver(here.place('personal').says('hvem har snerydning?'));
  assert.equal(answer.status, 403);
  await here.service.log(line => line.event === 'nobody_allowed', 'that nobody is allowed');
});
