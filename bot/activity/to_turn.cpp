#include "bot/activity/to_turn.hpp"

#include "bot/activity/mention.hpp"

#include <string_view>
#include <utility>

namespace bot::activity {
namespace {

handlers::TurnKind turn_kind(Kind kind) {
  switch (kind) {
    case Kind::message:
      return handlers::TurnKind::message;
    case Kind::card_submit:
    case Kind::card_execute:
      return handlers::TurnKind::card_action;
    case Kind::dialog_open:
      return handlers::TurnKind::dialog_open;
    case Kind::dialog_submit:
      return handlers::TurnKind::dialog_submit;
    case Kind::bot_added:
      return handlers::TurnKind::installed;
    case Kind::bot_removed:
      return handlers::TurnKind::removed;
    case Kind::unknown_invoke:
    case Kind::other:
      break;
  }
  return handlers::TurnKind::other;
}

/// In doubt a conversation counts as the more public one, so that nothing private is said in it.
handlers::Scope scope_of(const Activity& activity) {
  const std::string_view id = activity.conversation;
  if (activity.conversation_type == "personal") return handlers::Scope::personal;
  if (activity.conversation_type == "groupChat") return handlers::Scope::group;
  if (activity.conversation_type == "channel") return handlers::Scope::channel;
  if (id.find("@thread.tacv2") != std::string_view::npos) return handlers::Scope::channel;
  const bool many = activity.is_group || !activity.conversation_type.empty() ||
                    id.find("@thread.") != std::string_view::npos;
  return many ? handlers::Scope::group : handlers::Scope::personal;
}

/// Teams does not mark guests on messages. What gives one away, if it is there: the role "guest" of the
/// roster ("anonymous": of a meeting), and the user name of a guest account ("name_domain#EXT#@tenant"). So
/// false means 'not known to be one'.
bool is_guest(const Account& account) {
  return account.user_role == "guest" || account.user_role == "anonymous" ||
         account.user_name.find("#EXT#") != std::string::npos ||
         account.name.find("#EXT#") != std::string::npos;
}

}  // namespace

handlers::Turn to_turn(Activity&& activity, store::Instant now, bool anonymous) {
  const Kind kind = kind_of(activity);
  handlers::Turn turn;
  turn.kind = turn_kind(kind);
  turn.scope = scope_of(activity);
  turn.now = now;
  turn.sender.guest = is_guest(activity.from);
  if (kind == Kind::message) {
    PlainText plain = plain_text(activity.text, activity.mentions, activity.recipient.id);
    turn.text = std::move(plain.text);
    turn.mentions = std::move(plain.mentions);
  } else if (activity.card && turn.kind != handlers::TurnKind::other) {
    handlers::CardAction action;
    action.verb = std::move(activity.card->verb);
    action.data = std::move(activity.card->data);
    action.execute = kind == Kind::card_execute;
    turn.action = std::move(action);
  }
  turn.tenant = std::move(activity.tenant);
  turn.conversation = std::move(activity.conversation);
  turn.team = std::move(activity.team);
  turn.activity = std::move(activity.id);
  turn.replied_to = std::move(activity.replied_to);
  turn.service_url = std::move(activity.service_url);
  turn.bot = std::move(activity.recipient.id);
  turn.bot_name = std::move(activity.recipient.name);
  turn.sender.id = std::move(activity.from.id);
  turn.sender.entra_id = std::move(activity.from.entra_id);
  turn.sender.name = std::move(activity.from.name);
  // Teams tells the object id, and who has none (a guest of a meeting) is nobody whom the catalogue knows,
  // whatever name comes along. Our own terminal has none and names its user instead.
  if (anonymous && turn.sender.entra_id.empty()) turn.sender.email = std::move(activity.from.user_name);
  turn.locale = std::move(activity.locale);
  return turn;
}

}  // namespace bot::activity
