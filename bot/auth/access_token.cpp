#include "bot/auth/access_token.hpp"

#include "bot/auth/single_flight.hpp"
#include "bot/auth/token_error.hpp"
#include "bot/auth/trusted_url.hpp"

#include <boost/asio/this_coro.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <exception>
#include <optional>
#include <utility>

namespace bot::auth {
namespace asio = boost::asio;
namespace urls = boost::urls;
using nlohmann::json;
using std::chrono::seconds;

namespace {

constexpr seconds renew_before_end{300};
constexpr seconds first_pause{5};
constexpr seconds longest_pause{60};
constexpr seconds longest_life{24 * 3600};

std::string form_pair(std::string_view name, const std::string& value) {
  return std::string(name) + '=' + urls::encode(value, urls::unreserved_chars);
}

/// The token becomes a header: nothing but visible ASCII may be in it.
bool is_header_safe(const std::string& token) {
  return !token.empty() &&
         std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

struct Grant {
  std::string token;
  seconds life{0};
};

/// RFC 6749 section 5.1. Nothing if it is no such answer.
std::optional<Grant> read_grant(const std::string& body) {
  const json answer = json::parse(body, nullptr, false);
  if (!answer.is_object()) return std::nullopt;
  const auto token = answer.find("access_token");
  const auto life = answer.find("expires_in");
  if (token == answer.end() || !token->is_string() || life == answer.end() || !life->is_number())
    return std::nullopt;
  const double life_seconds = life->get<double>();
  Grant grant;
  grant.token = token->get<std::string>();
  if (!is_header_safe(grant.token) || !(life_seconds >= 1)) return std::nullopt;
  grant.life =
      seconds(static_cast<std::int64_t>(std::min(life_seconds, static_cast<double>(longest_life.count()))));
  return grant;
}

}  // namespace

class AccessToken::Impl {
 public:
  Impl(http::Client& client, const store::Clock& clock, AccessTokenOptions options)
      : client_(client), clock_(clock), options_(std::move(options)) {}

  bool needed() const { return !options_.app_id.empty(); }
  bool good() const { return !token_.empty() && clock_.now() < renew_at_; }
  bool usable() const { return !token_.empty() && clock_.now() < ends_at_; }
  /// Also when the clock was set back since the last try: no pause is that long.
  bool may_ask() const {
    const auto left = ask_again_at_ - clock_.now();
    return left <= seconds(0) || left > longest_pause;
  }

  AccessTokenResult result() const {
    if (!usable()) return failure_;
    AccessTokenResult result;
    result.token = token_;
    return result;
  }

  void forget(const std::string& token) {
    if (token == token_) token_.clear();
  }

  static asio::awaitable<void> fetch(std::shared_ptr<Impl> self) {
    try {
      co_await self->fetch_once();
    } catch (const std::exception&) {
      self->fail("the access token could not be fetched: unexpected error", false);
    }
  }

  SingleFlight flight;

 private:
  asio::awaitable<void> fetch_once() {
    if (!is_confidential(place_of(options_.token_endpoint))) {
      fail("cloud.token_endpoint must be an https address: the client secret is sent there", true);
      co_return;
    }
    http::ClientRequest request;
    request.method = "POST";
    request.url = http::parse_url(options_.token_endpoint).value_or(http::Url());
    request.content_type = "application/x-www-form-urlencoded";
    request.body = "grant_type=client_credentials&" + form_pair("client_id", options_.app_id) + '&' +
                   form_pair("client_secret", options_.secret) + '&' + form_pair("scope", options_.scope);
    const http::ClientResponse response = co_await client_.request(std::move(request));
    if (response.outcome != http::Outcome::answered) {
      fail("no access token: the identity server cannot be reached (" + response.error + ")", false);
    } else if (response.status != 200) {
      const TokenError error = explain_token_error(response.status, response.body);
      fail(error.text, error.permanent);
    } else if (auto grant = read_grant(response.body)) {
      keep(std::move(*grant));
    } else {
      fail("no access token: the answer of cloud.token_endpoint is not a token", false);
    }
  }

  void keep(Grant grant) {
    token_ = std::move(grant.token);
    ends_at_ = clock_.now() + grant.life;
    renew_at_ = ends_at_ - std::min(renew_before_end, grant.life / 2);
    ask_again_at_ = store::Instant();
    pause_ = first_pause;
    failure_ = AccessTokenResult();
  }

  void fail(std::string error, bool permanent) {
    failure_.error = std::move(error);
    failure_.permanent = permanent;
    ask_again_at_ = clock_.now() + (permanent ? longest_pause : pause_);
    pause_ = std::min(pause_ * 2, longest_pause);
  }

  http::Client& client_;
  const store::Clock& clock_;
  AccessTokenOptions options_;
  std::string token_;
  store::Instant renew_at_;
  store::Instant ends_at_;
  store::Instant ask_again_at_;
  seconds pause_ = first_pause;
  AccessTokenResult failure_;
};

AccessToken::AccessToken(http::Client& client, const store::Clock& clock, AccessTokenOptions options)
    : impl_(std::make_shared<Impl>(client, clock, std::move(options))) {}

AccessToken::~AccessToken() = default;

asio::awaitable<AccessTokenResult> AccessToken::get() {
  const std::shared_ptr<Impl> impl = impl_;
  if (!impl->needed()) co_return AccessTokenResult();
  if (!impl->good()) {
    if (!impl->flight.running() && impl->may_ask()) {
      impl->flight.start(co_await asio::this_coro::executor, Impl::fetch(impl));
    }
    co_await impl->flight.finished();
  }
  co_return impl->result();
}

void AccessToken::refused(const std::string& token) {
  impl_->forget(token);
}

}  // namespace bot::auth
