#pragma once
// Settings and environment as options of the network parts; shared by the commands that go online.
#include "bot/auth/access_token.hpp"
#include "bot/auth/token_verifier.hpp"
#include "bot/connector/service_url.hpp"
#include "bot/http/client.hpp"
#include "bot/http/server.hpp"
#include "config/settings.hpp"
#include "handlers/dispatch.hpp"

namespace bot {

http::ServerOptions server_options(const config::Settings&);
/// HTTPS_PROXY and NO_PROXY (also in lower case) come from the environment, as for other programs.
http::ClientOptions client_options(const config::Settings&);
auth::VerifierOptions verifier_options(const config::Settings&);
auth::AccessTokenOptions access_token_options(const config::Settings&);
connector::ServiceUrlPolicy service_url_policy(const config::Settings&);
handlers::Policy handler_policy(const config::Settings&);

}  // namespace bot
