#include "bot/links_endpoint.hpp"

#include "handlers/calendar.hpp"
#include "handlers/dispatch.hpp"
#include "handlers/gatherings/answer_file.hpp"

#include <algorithm>
#include <array>

namespace bot {
namespace {

constexpr std::size_t token_size = 32;  // 128 random bits in hexadecimal

/// A kind of link, and how what it leads to is served.
struct Served {
  LinkKind kind;
  std::string_view prefix;
  std::string_view suffix;
  const char* type;
  const char* disposition;
  const char* cache;
};
constexpr std::array<Served, 3> served{{
    {LinkKind::feed, handlers::feed_path, ".ics", "text/calendar; charset=utf-8",
     R"(inline; filename="indgang.ics")", "private, max-age=60"},
    {LinkKind::invitation, handlers::invitation_path, ".ics", "text/calendar; charset=utf-8",
     R"(attachment; filename="indgang.ics")", "private, max-age=60"},
    {LinkKind::answers, handlers::answer_file_path, ".csv", "text/csv; charset=utf-8",
     R"(attachment; filename="indgang.csv")", "private, no-store"},
}};

bool is_token(std::string_view text) {
  return text.size() == token_size && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::optional<std::string> fetch(const Link& link, store::Instant now, const handlers::Services& services) {
  switch (link.kind) {
    case LinkKind::invitation:
      return handlers::calendar_of_invitation(link.token, now, services);
    case LinkKind::feed:
      return handlers::calendar_of_feed(link.token, now, services);
    case LinkKind::answers:
      break;
  }
  return handlers::fetch_answer_file(link.token, now, services);
}

}  // namespace

std::optional<Link> parse_link(std::string_view path) {
  for (const Served& one : served) {
    if (!path.starts_with(one.prefix) || !path.ends_with(one.suffix)) continue;
    const std::string_view rest = path.substr(one.prefix.size());
    const std::string_view token = rest.substr(0, rest.size() - std::min(rest.size(), one.suffix.size()));
    if (is_token(token)) return Link{one.kind, std::string(token)};
  }
  return std::nullopt;
}

bool is_link(std::string_view path) {
  return std::any_of(served.begin(), served.end(),
                     [&](const Served& one) { return path.starts_with(one.prefix); });
}

boost::asio::awaitable<http::Response> LinksEndpoint::get(std::string path) {
  const auto link = parse_link(path);
  std::optional<std::string> body;
  if (link) {
    const auto now = clock_.now();
    body = co_await writer_.run([this, &link, now](WriterContext& context) {
      const handlers::Services services{context.finder, context.transaction, policy_};
      return fetch(*link, now, services);
    });
  }
  if (!body)
    co_return http::error_response(404, "NotFound", "This link leads to nothing, or it has expired.");
  const Served& one = *std::find_if(served.begin(), served.end(),
                                    [&](const Served& each) { return each.kind == link->kind; });
  http::Response response;
  response.content_type = one.type;
  response.headers.emplace_back("Content-Disposition", one.disposition);
  response.headers.emplace_back("Cache-Control", one.cache);
  response.headers.emplace_back("X-Robots-Tag", "noindex");
  response.body = std::move(*body);
  co_return response;
}

}  // namespace bot
