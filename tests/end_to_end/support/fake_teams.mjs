// Microsoft's side of the wire, on free loopback ports: keys, tokens and the connector.
import {Connector} from './connector.mjs';
import {KeyServer} from './key_server.mjs';
import {TokenServer} from './token_server.mjs';
import {SigningKey} from './tokens.mjs';

export class FakeTeams {
  key = new SigningKey();
  key_server = new KeyServer();
  token_server = new TokenServer();
  connector = new Connector(this.token_server);

  static async start() {
    const teams = new FakeTeams();
    teams.key_server.keys = [teams.key];
    await Promise.all([teams.key_server.up(), teams.token_server.up(), teams.connector.up()]);
    return teams;
  }

  async stop() {
    await Promise.all([this.key_server.down(), this.token_server.down(), this.connector.down()]);
  }

  get service_url() {
    return this.connector.service_url;
  }

  /** The token that Teams puts on an activity. */
  token(claims = {}, header = {}, key = this.key) {
    return key.token({serviceurl: this.service_url, ...claims}, header);
  }

  /** Everything that the bot did wrong so far. */
  get faults() {
    return [...this.token_server.faults, ...this.connector.faults];
  }
}
