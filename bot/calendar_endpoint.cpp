#include "bot/calendar_endpoint.hpp"

#include "bot/token_path.hpp"
#include "handlers/calendar.hpp"
#include "handlers/dispatch.hpp"

namespace bot {

std::optional<CalendarRequest> parse_calendar_path(std::string_view path) {
  for (const bool feed : {true, false}) {
    if (auto token = token_in(path, feed ? handlers::feed_path : handlers::invitation_path, ".ics"))
      return CalendarRequest{std::move(*token), feed};
  }
  return std::nullopt;
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
