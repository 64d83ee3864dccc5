#include "bot/connector/outgoing_activity.hpp"

#include <string_view>

#include <nlohmann/json.hpp>

namespace bot::connector {
namespace {

// A notification shows a line or two; the rest of a long text would only count against the message's size.
constexpr std::size_t summary_bytes_max = 300;

std::string quoted(std::string_view text) {
  using nlohmann::json;
  return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string_view shortened(std::string_view text) {
  if (text.size() <= summary_bytes_max) return text;
  std::size_t end = summary_bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // not inside a UTF-8 sequence
  return text.substr(0, end);
}

}  // namespace

std::string outgoing_activity(const handlers::Reply& reply, const handlers::Turn& turn) {
  std::string json = R"({"type":"message","from":{"id":)" + quoted(turn.bot) + "}";
  json += R"(,"conversation":{"id":)" + quoted(turn.conversation) + "}";
  if (reply.card.empty()) {
    json += R"(,"textFormat":"plain","text":)" + quoted(reply.text) + "}";
    return json;
  }
  json.reserve(json.size() + reply.card.size() + 2 * summary_bytes_max);
  json += R"(,"summary":)" + quoted(shortened(reply.text));
  json += R"(,"attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":)";
  json += reply.card;
  json += "}]}";
  return json;
}

}  // namespace bot::connector
