// The token of a request and the keys that it may name: nothing but what one known key has signed is good.
#include "bot/auth/jwt.hpp"
#include "bot/auth/rsa_key.hpp"
#include "bot/auth/signing_keys.hpp"
#include "tests/fuzz/target.hpp"

#include <cstdlib>

namespace {

// A public key whose private half was thrown away: nothing that is made here can be signed by it.
constexpr std::string_view key_set =
    R"({"keys":[{"kty":"RSA","use":"sig","kid":"fuzz","e":"AQAB","endorsements":["msteams"],"n":")"
    R"(vAQfcrR0SZKOcXf868tICJHVq4fN0tMQ2WJFFdA8lx8vdInJU-Z9iJvYgoJxrLJhFNtnSAu81tBksxi7bO9-h4i_fh)"
    R"(P6wXHdP-MSf79z1gbmO5WEpY11tGYYdjWhNRav6JtqDR7gQRx4nlu0Vn8fmY1f4xb2bEC4InryQHved69hl8HtPEkU)"
    R"(mgR9Gvt6jchCPvtqd-gc2fJ_gBJ9vH9soYJidoi96y6wcwALgXPh7-J-p_zVS_ZuTBWpqmcSCZbhfCe9Gu5G7q08F5)"
    R"(5Mpw63FpsdahAwAgXX0PaB2d7p4Uwzin_VDBMjhKNMXI9n6wvDjLuKw8ljXoM6F2Az6wDxsQ)"
    R"("}]})";

void run(std::string_view input) {
  static const auto keys = bot::auth::parse_key_set(key_set);
  if (!keys || keys->size() != 1) std::abort();
  const auto decoded = bot::auth::decode_jwt(input);
  if (decoded.jwt.has_value() == !decoded.error.empty()) std::abort();  // one of them, never both
  if (decoded.jwt) {
    const bot::auth::Jwt& jwt = *decoded.jwt;
    if (input.size() > bot::auth::token_bytes_max) std::abort();
    if (keys->front().second.key.verify_rs256(jwt.signed_part, jwt.signature)) std::abort();
  }
  bot::auth::decode_base64url(input);
  bot::auth::parse_key_set(input);
}

const fuzz::Registration registration{"token", run};

}  // namespace
