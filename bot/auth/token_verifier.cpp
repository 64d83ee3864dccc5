#include "bot/auth/token_verifier.hpp"

#include "bot/auth/digest.hpp"
#include "bot/auth/jwt.hpp"
#include "bot/auth/signing_keys.hpp"
#include "bot/auth/token_cache.hpp"
#include "bot/auth/trusted_url.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace bot::auth {
namespace asio = boost::asio;

namespace {

constexpr std::string_view teams_channel = "msteams";
/// What the Agents Playground can be told to be (its option -c).
constexpr std::array<std::string_view, 5> playground_channels{"msteams", "emulator", "webchat", "directline",
                                                              "agents"};

TokenResult refused(int status, std::string reason) {
  TokenResult result;
  result.refusal = Refusal{status, std::move(reason)};
  return result;
}

std::optional<Refusal> forbidden(const char* reason) {
  return Refusal{403, reason};
}

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// In whichever case: tenant ids are GUIDs, and schemes have no case (RFC 9110 section 11.1).
bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

/// The token of "Bearer <token>": this scheme, one space, no further part (RFC 6750 section 2.1).
std::optional<std::string_view> bearer_token(std::string_view authorization) {
  constexpr std::string_view scheme = "Bearer ";
  if (!same_letters(authorization.substr(0, scheme.size()), scheme)) return std::nullopt;
  const std::string_view token = authorization.substr(scheme.size());
  // One sign at a time: that is a search of whole blocks, and the token is long.
  const auto has = [&](char sign) { return token.find(sign) != std::string_view::npos; };
  if (token.empty() || has(' ') || has('\t') || has(',')) return std::nullopt;
  return token;
}

}  // namespace

class TokenVerifier::Impl {
 public:
  Impl(http::Client& client, const store::Clock& clock, VerifierOptions given)
      : options(std::move(given)),
        keys(client, clock, keys_options()),
        clock_(clock),
        cache_(options.cached_tokens) {}

  asio::awaitable<TokenResult> verify(const http::Request& request) {
    const int headers = request.header_count("Authorization");
    if (options.app_id.empty()) co_return without_app_id(headers);
    if (headers == 0) co_return refused(401, "authorization_missing");
    if (headers > 1) co_return refused(401, "authorization_repeated");
    const auto token = bearer_token(request.header("Authorization"));
    if (!token) co_return refused(401, "authorization_not_bearer");

    const Digest digest = sha256(*token);
    if (keys.fresh()) {
      if (const Claims* claims = cache_.find(digest, keys.generation(), clock_.now())) {
        TokenResult result;
        result.claims = *claims;
        co_return result;
      }
    }
    TokenResult result = co_await check(*token);
    if (!result.refusal) cache_.add(digest, keys.generation(), result.claims, clock_.now());
    co_return result;
  }

  VerifierOptions options;
  SigningKeys keys;

 private:
  SigningKeysOptions keys_options() const {
    SigningKeysOptions from;
    from.openid_metadata = options.openid_metadata;
    from.fresh = options.keys_fresh;
    from.retry = options.keys_retry;
    from.usable = options.keys_usable;
    from.event = options.event;
    return from;
  }

  TokenResult without_app_id(int headers) const {
    if (!options.allow_anonymous) return refused(401, "no_app_id");
    if (headers > 0) return refused(401, "token_not_expected");
    TokenResult result;
    result.claims.anonymous = true;
    return result;
  }

  /// Checks 2 to 7 in the order of the notes: nothing is looked up for a token that cannot be the
  /// connector's.
  asio::awaitable<TokenResult> check(std::string_view token) {
    const JwtResult decoded = decode_jwt(token);
    if (!decoded.jwt) co_return refused(401, decoded.error);
    const Jwt& jwt = *decoded.jwt;
    if (jwt.algorithm != "RS256") co_return refused(401, "token_algorithm");
    if (jwt.issuer != options.issuer) co_return refused(401, "token_issuer");
    if (jwt.key_id.empty()) co_return refused(401, "token_without_kid");
    const KeyLookup lookup = co_await keys.find(jwt.key_id);
    if (lookup.unavailable) co_return refused(503, "keys_unavailable");
    if (!lookup.key) co_return refused(401, "token_key_unknown");
    if (!lookup.key->key.verify_rs256(jwt.signed_part, jwt.signature))
      co_return refused(401, "token_signature");
    if (std::string reason = check_claims(jwt); !reason.empty()) co_return refused(401, std::move(reason));

    TokenResult result;
    result.claims.service_url = jwt.service_url;
    result.claims.endorsements = lookup.key->endorsements;
    result.claims.expires = store::Instant(std::chrono::seconds(*jwt.expires)) + options.leeway;
    co_return result;
  }

  std::string check_claims(const Jwt& jwt) const {
    if (std::find(jwt.audience.begin(), jwt.audience.end(), options.app_id) == jwt.audience.end()) {
      return "token_audience";
    }
    if (!jwt.expires || !jwt.not_before) return "token_without_times";
    const auto now = clock_.now();
    if (now >= store::Instant(std::chrono::seconds(*jwt.expires)) + options.leeway) return "token_expired";
    if (now < store::Instant(std::chrono::seconds(*jwt.not_before)) - options.leeway)
      return "token_not_yet_valid";
    if (jwt.service_url.empty()) return "token_without_serviceurl";
    return {};
  }

  const store::Clock& clock_;
  TokenCache cache_;
};

TokenVerifier::TokenVerifier(http::Client& client, const store::Clock& clock, VerifierOptions options)
    : impl_(std::make_unique<Impl>(client, clock, std::move(options))) {}

TokenVerifier::~TokenVerifier() = default;

asio::awaitable<TokenResult> TokenVerifier::verify(const http::Request& request) {
  return impl_->verify(request);
}

std::optional<Refusal> TokenVerifier::admit(const Claims& claims, std::string_view channel,
                                            std::string_view service_url, std::string_view tenant) const {
  if (claims.anonymous) {
    const auto& known = playground_channels;
    if (std::find(known.begin(), known.end(), channel) == known.end()) return forbidden("channel");
    if (!place_of(service_url).loopback) return forbidden("service_url_not_loopback");
    return std::nullopt;
  }
  const auto& endorsed = claims.endorsements;
  if (channel != teams_channel) return forbidden("channel");
  if (!endorsed.empty() && std::find(endorsed.begin(), endorsed.end(), channel) == endorsed.end()) {
    return forbidden("channel_not_endorsed");
  }
  if (service_url.empty() || service_url != claims.service_url) return forbidden("service_url");
  const auto& tenants = impl_->options.allowed_tenants;
  const bool allowed =
      !tenant.empty() && std::any_of(tenants.begin(), tenants.end(),
                                     [&](const std::string& one) { return same_letters(one, tenant); });
  if (!allowed) return forbidden("tenant");
  return std::nullopt;
}

asio::awaitable<bool> TokenVerifier::warm_up() {
  return impl_->keys.refresh();
}

std::optional<std::chrono::seconds> TokenVerifier::keys_age() const {
  return impl_->keys.age();
}

}  // namespace bot::auth
