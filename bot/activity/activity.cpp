#include "bot/activity/activity.hpp"

#include "bot/activity/json_reader.hpp"
#include "bot/auth/digest.hpp"
#include "store/text/unseen.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

namespace bot::activity {
namespace {

constexpr std::string_view execute_name = "adaptiveCard/action";
constexpr std::string_view dialog_open_name = "task/fetch";
constexpr std::string_view dialog_submit_name = "task/submit";

Account read_account(Reader& reader, const JsonValue& parent, std::string_view key) {
  Account account;
  const JsonValue* object = reader.object(parent, "", key);
  if (object == nullptr) return account;
  const std::string path = std::string(key) + '.';
  account.id = reader.id(*object, path, "id");
  account.name = reader.text(*object, path, "name");
  account.entra_id = reader.id(*object, path, "aadObjectId");
  account.user_name = reader.text(*object, path, "userPrincipalName");
  account.user_role = reader.text(*object, path, "userRole");
  return account;
}

void read_conversation(Reader& reader, const JsonValue& root, Activity& into) {
  const JsonValue* conversation = reader.object(root, "", "conversation");
  if (conversation == nullptr) return;
  into.conversation = reader.id(*conversation, "conversation.", "id");
  into.conversation_type = reader.text(*conversation, "conversation.", "conversationType");
  into.is_group = reader.flag(*conversation, "conversation.", "isGroup");
  into.tenant = reader.id(*conversation, "conversation.", "tenantId");
}

void read_tenant(Reader& reader, const JsonValue& root, Activity& into) {
  const JsonValue* data = reader.object(root, "", "channelData");
  const JsonValue* team = data == nullptr ? nullptr : reader.object(*data, "channelData.", "team");
  if (team != nullptr) into.team = reader.id(*team, "channelData.team.", "id");
  const JsonValue* tenant = data == nullptr ? nullptr : reader.object(*data, "channelData.", "tenant");
  std::string id = tenant == nullptr ? std::string() : reader.id(*tenant, "channelData.tenant.", "id");
  if (!id.empty()) into.tenant = std::move(id);
}

void read_entities(Reader& reader, const JsonValue& root, Activity& into) {
  const JsonValue* entities = reader.array(root, "", "entities");
  if (entities == nullptr) return;
  std::size_t count = 0;
  for (const JsonValue& entity : *entities) {
    const std::size_t number = count++;
    const JsonValue* named = entity.find("type");
    const std::string_view* type = named == nullptr ? nullptr : named->if_text();
    if (type == nullptr) continue;
    const std::string path = "entities[" + std::to_string(number) + "].";
    if (*type == "clientInfo" && into.locale.empty()) into.locale = reader.text(entity, path, "locale");
    if (*type != "mention" || into.mentions.size() >= mentions_max) continue;
    const JsonValue* mentioned = reader.object(entity, path, "mentioned");
    if (mentioned == nullptr) continue;
    MentionEntity mention;
    mention.id = reader.id(*mentioned, path + "mentioned.", "id");
    mention.name = reader.text(*mentioned, path + "mentioned.", "name");
    mention.text = reader.text(entity, path, "text");
    if (!mention.id.empty() && !mention.text.empty()) into.mentions.push_back(std::move(mention));
  }
}

std::vector<std::string> read_member_ids(Reader& reader, const JsonValue& root, std::string_view key) {
  std::vector<std::string> ids;
  const JsonValue* members = reader.array(root, "", key);
  if (members == nullptr) return ids;
  for (const JsonValue& member : *members) {
    const std::string path = std::string(key) + '[' + std::to_string(ids.size()) + ']';
    if (!member.is_object()) {
      reader.fail(path, "object expected");
      return ids;
    }
    ids.push_back(reader.id(member, path + '.', "id"));
  }
  return ids;
}

/// A text, a number or a flag in words; nothing for what is no such value.
std::optional<std::string> flat_text(const JsonValue& value) {
  const JsonValue::Content& content = value.content();
  if (const auto* text = value.if_text()) return store::without_unseen(*text);
  if (const auto* flag = std::get_if<bool>(&content)) return *flag ? "true" : "false";
  if (const auto* number = std::get_if<std::int64_t>(&content)) return std::to_string(*number);
  if (const auto* number = std::get_if<std::uint64_t>(&content)) return std::to_string(*number);
  const auto* number = std::get_if<double>(&content);
  // 1e999 is JSON, but no number that we can hold.
  if (number == nullptr || !std::isfinite(*number)) return std::nullopt;
  return nlohmann::json(*number).dump();
}

std::map<std::string, std::string> flat_texts(const JsonValue& object) {
  std::map<std::string, std::string> texts;
  for (const JsonValue& member : object) {
    std::string name(member.name());
    if (auto text = flat_text(member)) {
      texts.insert_or_assign(std::move(name), std::move(*text));
    } else {
      texts.erase(name);  // of several with one name the last one counts
    }
  }
  return texts;
}

/// The member, if it is there and an object; nothing is wrong otherwise.
const JsonValue* object_in(const JsonValue* object, std::string_view key) {
  const JsonValue* value = object == nullptr ? nullptr : object->find(key);
  return value != nullptr && value->is_object() ? value : nullptr;
}

/// The verb stands beside the data (Execute) or in it (Submit); afterwards both look the same.
CardValue make_card(std::string verb, const JsonValue* data) {
  CardValue card;
  if (data != nullptr) card.data = flat_texts(*data);
  card.verb = std::move(verb);
  const auto in_data = card.data.find("verb");
  if (in_data != card.data.end()) {
    if (card.verb.empty()) card.verb = in_data->second;
    card.data.erase(in_data);
  }
  return card;
}

void read_card(Reader& reader, const JsonValue& root, Activity& into) {
  if (into.type == "message") {
    // A messageBack or a foreign client may put anything here: only an object can come from our buttons.
    const JsonValue* value = root.find("value");
    if (value == nullptr || value->is_null()) return;
    into.card = make_card(std::string(), value->is_object() ? value : nullptr);
  } else if (into.type == "invoke" && into.name == execute_name) {
    const JsonValue* value = reader.object(root, "", "value");
    const JsonValue* action = value == nullptr ? nullptr : reader.object(*value, "value.", "action");
    if (action == nullptr) {
      reader.fail("value.action", "object expected, nothing found");
      return;
    }
    // A text is allowed as data by the card's schema; our cards send objects.
    into.card = make_card(reader.text(*action, "value.action.", "verb"), object_in(action, "data"));
  } else if (into.type == "invoke" && (into.name == dialog_open_name || into.name == dialog_submit_name)) {
    into.card = make_card(std::string(), object_in(reader.object(root, "", "value"), "data"));
  }
}

Kind invoke_kind(std::string_view name) {
  if (name == execute_name) return Kind::card_execute;
  if (name == dialog_open_name) return Kind::dialog_open;
  return name == dialog_submit_name ? Kind::dialog_submit : Kind::unknown_invoke;
}

/// How a tap with a nonce was made, which decides how it is answered; empty for what is no such tap.
std::string_view way_of_tapping(Kind kind) {
  if (kind == Kind::card_execute) return "execute";
  if (kind == Kind::card_submit) return "submit";
  return kind == Kind::dialog_submit ? "dialog" : "";
}

bool only_whitespace(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return !id.empty() && std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Length-prefixed, so that no two lists of parts give the same text.
void append_part(std::string& key, std::string_view part) {
  key += std::to_string(part.size());
  key += ':';
  key += part;
}

}  // namespace

ActivityResult parse_activity(std::string_view body) {
  ActivityResult result;
  JsonBody parsed;
  const JsonValue* object = parsed.parse(body, depth_max, result.error);
  if (object == nullptr) return result;
  const JsonValue& root = *object;

  Reader reader;
  Activity& activity = result.activity.emplace();
  activity.type = reader.id(root, "", "type");
  activity.id = reader.id(root, "", "id");
  activity.name = reader.text(root, "", "name");
  activity.channel = reader.id(root, "", "channelId");
  activity.service_url = reader.id(root, "", "serviceUrl");
  activity.replied_to = reader.id(root, "", "replyToId");
  activity.locale = reader.text(root, "", "locale");
  activity.from = read_account(reader, root, "from");
  activity.recipient = read_account(reader, root, "recipient");
  read_conversation(reader, root, activity);
  read_tenant(reader, root, activity);
  read_entities(reader, root, activity);
  if (activity.type == "message") activity.text = reader.text(root, "", "text");
  if (activity.type == "installationUpdate") activity.action = reader.text(root, "", "action");
  if (activity.type == "conversationUpdate") {
    activity.members_added = read_member_ids(reader, root, "membersAdded");
    activity.members_removed = read_member_ids(reader, root, "membersRemoved");
  }
  read_card(reader, root, activity);
  if (activity.type.empty()) reader.fail("type", "missing");
  if (activity.conversation.empty()) reader.fail("conversation.id", "missing");

  result.error = reader.error();
  if (!result.error.empty()) result.activity.reset();
  return result;
}

Kind kind_of(const Activity& activity) {
  if (activity.type == "message") {
    return activity.card && only_whitespace(activity.text) ? Kind::card_submit : Kind::message;
  }
  if (activity.type == "invoke") return invoke_kind(activity.name);
  if (activity.type == "conversationUpdate") {
    if (contains(activity.members_added, activity.recipient.id)) return Kind::bot_added;
    if (contains(activity.members_removed, activity.recipient.id)) return Kind::bot_removed;
  }
  if (activity.type == "installationUpdate") {
    if (activity.action == "add" || activity.action == "add-upgrade") return Kind::bot_added;
    if (activity.action == "remove" || activity.action == "remove-upgrade") return Kind::bot_removed;
  }
  return Kind::other;
}

std::string delivery_key(const Activity& activity) {
  std::string key;
  const std::string_view way = way_of_tapping(kind_of(activity));
  const bool tap = !way.empty();
  const auto nonce =
      tap ? activity.card->data.find("nonce") : std::map<std::string, std::string>::const_iterator();
  if (tap && nonce != activity.card->data.end() && !nonce->second.empty()) {
    append_part(key, activity.tenant);
    append_part(key, activity.conversation);
    append_part(key, way);
    append_part(key, activity.from.id);
    append_part(key, activity.replied_to);
    append_part(key, activity.card->verb);
    for (const auto& [name, value] : activity.card->data) {
      append_part(key, name);
      append_part(key, value);
    }
    return "tap " + auth::to_hex(auth::sha256(key));
  }
  if (activity.id.empty()) return {};
  // The id first: ids grow with time, so that the database adds each key behind the one before.
  append_part(key, activity.id);
  append_part(key, activity.conversation);
  append_part(key, activity.tenant);
  return "id " + key;
}

}  // namespace bot::activity
