#include "bot/auth/signing_keys.hpp"

#include "bot/auth/single_flight.hpp"
#include "bot/auth/trusted_url.hpp"

#include <boost/asio/this_coro.hpp>
#include <nlohmann/json.hpp>

#include <exception>
#include <unordered_map>
#include <utility>

namespace bot::auth {
namespace asio = boost::asio;
using nlohmann::json;

namespace {

constexpr std::chrono::seconds pause_without_keys{15};
constexpr std::chrono::seconds pause_with_keys{300};

std::string text_at(const json& object, const char* key) {
  const auto member = object.find(key);
  return member != object.end() && member->is_string() ? member->get<std::string>() : std::string();
}

/// Absent is fine, anything but the expected text is not.
bool is_absent_or(const json& object, const char* key, std::string_view expected) {
  const auto member = object.find(key);
  return member == object.end() || member->is_null() ||
         (member->is_string() && member->get_ref<const std::string&>() == expected);
}

std::optional<std::vector<std::string>> read_endorsements(const json& jwk) {
  std::vector<std::string> endorsements;
  const auto member = jwk.find("endorsements");
  if (member == jwk.end() || member->is_null()) return endorsements;
  if (!member->is_array()) return std::nullopt;
  for (const json& one : *member) {
    if (!one.is_string()) return std::nullopt;
    endorsements.push_back(one.get<std::string>());
  }
  return endorsements;
}

std::optional<SigningKey> read_key(const json& jwk) {
  if (!jwk.is_object() || text_at(jwk, "kty") != "RSA") return std::nullopt;
  if (!is_absent_or(jwk, "use", "sig") || !is_absent_or(jwk, "alg", "RS256")) return std::nullopt;
  auto key = RsaKey::from_jwk(text_at(jwk, "n"), text_at(jwk, "e"));
  auto endorsements = read_endorsements(jwk);
  if (!key || !endorsements) return std::nullopt;
  SigningKey signing_key{std::move(*key), std::move(*endorsements)};
  return signing_key;
}

struct Fetched {
  std::string body;
  std::string error;  ///< empty if it was read
};

asio::awaitable<Fetched> fetch(http::Client& client, std::string url) {
  http::ClientRequest request;
  request.url = http::parse_url(url).value_or(http::Url());
  http::ClientResponse response = co_await client.request(std::move(request));
  Fetched fetched;
  if (response.outcome != http::Outcome::answered) {
    fetched.error = response.error.empty() ? "no answer" : response.error;
  } else if (response.status != 200) {
    fetched.error = "HTTP status " + std::to_string(response.status);
  } else {
    fetched.body = std::move(response.body);
  }
  co_return fetched;
}

}  // namespace

std::optional<std::vector<std::pair<std::string, SigningKey>>> parse_key_set(std::string_view text) {
  const json set = json::parse(text, nullptr, false);
  if (!set.is_object()) return std::nullopt;
  const auto keys = set.find("keys");
  if (keys == set.end() || !keys->is_array()) return std::nullopt;
  std::vector<std::pair<std::string, SigningKey>> found;
  for (const json& jwk : *keys) {
    auto key = read_key(jwk);
    std::string kid = key ? text_at(jwk, "kid") : std::string();
    if (!kid.empty()) found.emplace_back(std::move(kid), std::move(*key));
  }
  return found;
}

class SigningKeys::Impl {
 public:
  Impl(http::Client& client, const store::Clock& clock, SigningKeysOptions options)
      : client_(client), clock_(clock), options_(std::move(options)) {}

  bool usable() const { return loaded_ && clock_.now() - *loaded_ < options_.usable; }
  bool fresh() const { return loaded_ && clock_.now() - *loaded_ < options_.fresh; }

  std::shared_ptr<const SigningKey> known(const std::string& kid) const {
    if (!usable()) return nullptr;
    const auto entry = keys_.find(kid);
    return entry == keys_.end() ? nullptr : entry->second;
  }

  bool due(bool for_unknown_kid) const {
    const auto now = clock_.now();
    // A clock that was set back tells nothing about the last try.
    const auto since_try = tried_ && now >= *tried_ ? now - *tried_ : std::chrono::seconds::max();
    if (!usable()) return since_try >= pause_without_keys;
    if (since_try < pause_with_keys) return false;
    return !fresh() || (for_unknown_kid && now - *loaded_ >= options_.retry);
  }

  static asio::awaitable<void> load(std::shared_ptr<Impl> self) {
    self->tried_ = self->clock_.now();
    std::string failure;
    try {
      failure = co_await self->load_once();
    } catch (const std::exception&) {
      failure = "unexpected error";
    }
    if (self->options_.event) {
      self->options_.event(failure.empty() ? "signing_keys_loaded" : "signing_keys_failed: " + failure);
    }
  }

  SingleFlight flight;
  std::uint64_t generation = 0;

  std::optional<std::chrono::seconds> age() const {
    if (!loaded_) return std::nullopt;
    return clock_.now() - *loaded_;
  }

 private:
  /// Why it failed; empty if the keys were replaced.
  asio::awaitable<std::string> load_once() {
    const std::string metadata_url = options_.openid_metadata;
    if (!is_confidential(place_of(metadata_url))) co_return "the metadata's address is not https";
    Fetched metadata = co_await fetch(client_, metadata_url);
    if (!metadata.error.empty()) co_return "metadata: " + metadata.error;
    const json document = json::parse(metadata.body, nullptr, false);
    const std::string keys_url = document.is_object() ? text_at(document, "jwks_uri") : std::string();
    if (keys_url.empty()) co_return "metadata: no jwks_uri";
    if (!may_name_keys(metadata_url, keys_url)) co_return "metadata: its jwks_uri leads elsewhere";
    Fetched set = co_await fetch(client_, keys_url);
    if (!set.error.empty()) co_return "keys: " + set.error;
    auto keys = parse_key_set(set.body);
    if (!keys) co_return "keys: not a key set";
    if (keys->empty()) co_return "keys: none that can be used";
    replace(std::move(*keys));
    co_return std::string();
  }

  void replace(std::vector<std::pair<std::string, SigningKey>> keys) {
    keys_.clear();
    for (auto& [kid, key] : keys) keys_.emplace(kid, std::make_shared<const SigningKey>(std::move(key)));
    loaded_ = clock_.now();
    ++generation;
  }

  http::Client& client_;
  const store::Clock& clock_;
  SigningKeysOptions options_;
  std::unordered_map<std::string, std::shared_ptr<const SigningKey>> keys_;
  std::optional<store::Instant> loaded_;
  std::optional<store::Instant> tried_;
};

SigningKeys::SigningKeys(http::Client& client, const store::Clock& clock, SigningKeysOptions options)
    : impl_(std::make_shared<Impl>(client, clock, std::move(options))) {}

SigningKeys::~SigningKeys() = default;

asio::awaitable<KeyLookup> SigningKeys::find(std::string kid) {
  const auto impl = impl_;
  KeyLookup lookup;
  lookup.key = impl->known(kid);
  bool wait = !lookup.key && impl->flight.running();
  if (!impl->flight.running() && impl->due(!lookup.key)) {
    impl->flight.start(co_await asio::this_coro::executor, Impl::load(impl));
    wait = true;
  }
  if (wait) {
    co_await impl->flight.finished();
    lookup.key = impl->known(kid);
  }
  lookup.unavailable = !lookup.key && !impl->usable();
  co_return lookup;
}

asio::awaitable<bool> SigningKeys::refresh() {
  const auto impl = impl_;
  if (!impl->flight.running() && impl->due(false)) {
    impl->flight.start(co_await asio::this_coro::executor, Impl::load(impl));
  }
  co_await impl->flight.finished();
  co_return impl->usable();
}

bool SigningKeys::fresh() const {
  return impl_->fresh();
}

std::uint64_t SigningKeys::generation() const {
  return impl_->generation;
}

std::optional<std::chrono::seconds> SigningKeys::age() const {
  return impl_->age();
}

}  // namespace bot::auth
