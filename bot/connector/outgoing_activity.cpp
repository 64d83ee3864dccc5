#include "bot/connector/outgoing_activity.hpp"

#include "handlers/json_writer.hpp"

#include <string_view>

namespace bot::connector {
namespace {

// A notification shows a line or two; the rest of a long text would only count against the message's size.
constexpr std::size_t summary_bytes_max = 300;
constexpr std::size_t room_of_the_rest = 500;  // names and a summary

std::string_view shortened(std::string_view text) {
  if (text.size() <= summary_bytes_max) return text;
  std::size_t end = summary_bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;  // not inside a UTF-8 sequence
  return text.substr(0, end);
}

}  // namespace

std::string outgoing_activity(const handlers::Reply& reply, const std::string& bot,
                              const std::string& conversation) {
  handlers::JsonWriter json(bot.size() + conversation.size() + room_of_the_rest);
  json.begin_object().member("type", "message");
  json.key("from").begin_object().member("id", bot).end_object();
  if (!conversation.empty()) json.key("conversation").begin_object().member("id", conversation).end_object();
  if (reply.card.empty())
    return json.member("textFormat", "plain").member("text", reply.text).end_object().take();
  json.member("summary", shortened(reply.text)).key("attachments").begin_array().begin_object();
  json.member("contentType", "application/vnd.microsoft.card.adaptive").key("content");
  const std::string before = json.take();
  constexpr std::string_view behind = "}]}";
  std::string activity;
  activity.reserve(before.size() + reply.card.size() + behind.size());  // no more: it may wait long
  return activity.append(before).append(reply.card).append(behind);
}

std::string outgoing_activity(const handlers::Reply& reply, const handlers::Turn& turn) {
  return outgoing_activity(reply, turn.bot, turn.conversation);
}

}  // namespace bot::connector
