#include "bot/calendar_endpoint.hpp"

#include "handlers/calendar.hpp"
#include "handlers/dispatch.hpp"

#include <algorithm>

namespace bot {
namespace {

constexpr std::string_view prefix = "/calendar/";
constexpr std::string_view feed_prefix = "feed/";
constexpr std::string_view suffix = ".ics";
constexpr std::size_t token_size = 32;  // 128 random bits in hexadecimal

}  // namespace

std::optional<CalendarRequest> parse_calendar_path(std::string_view path) {
  if (!path.starts_with(prefix) || !path.ends_with(suffix)) return std::nullopt;
  path.remove_prefix(prefix.size());
  CalendarRequest request;
  request.feed = path.starts_with(feed_prefix);
  if (request.feed) path.remove_prefix(feed_prefix.size());
  if (path.size() != token_size + suffix.size()) return std::nullopt;
  request.token = path.substr(0, token_size);
  const bool hexadecimal = std::all_of(request.token.begin(), request.token.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  });
  return hexadecimal ? std::optional(request) : std::nullopt;
}

boost::asio::awaitable<http::Response> CalendarEndpoint::get(std::string path) {
  const auto wanted = parse_calendar_path(path);
  std::optional<std::string> calendar;
  if (wanted) {
    const auto now = clock_.now();
    calendar = co_await writer_.run([this, &wanted, now](WriterContext& context) {
      const handlers::Services services{context.finder, context.transaction, policy_};
      return wanted->feed ? handlers::calendar_of_feed(wanted->token, now, services)
                          : handlers::calendar_of_invitation(wanted->token, now, services);
    });
  }
  if (!calendar) co_return http::error_response(404, "NotFound", "There is no such calendar.");
  http::Response response;
  response.content_type = "text/calendar; charset=utf-8";
  response.headers.emplace_back("Content-Disposition", wanted->feed
                                                           ? R"(inline; filename="indgang.ics")"
                                                           : R"(attachment; filename="indgang.ics")");
  response.headers.emplace_back("Cache-Control", "private, max-age=60");
  response.headers.emplace_back("X-Robots-Tag", "noindex");
  response.body = std::move(*calendar);
  co_return response;
}

}  // namespace bot
