#include "handlers/cards/card_action.hpp"

#include "handlers/cards/elements.hpp"

#include <charconv>

namespace handlers::cards {
namespace {

constexpr std::size_t title_length = 100;
constexpr std::size_t topic_length = 100;
constexpr std::size_t data_length_max = 400;  ///< of one field; ours are shorter

constexpr std::pair<Verb, std::string_view> verbs[] = {
    {Verb::pick, "pick"},
    {Verb::pick_person, "pick_person"},
    {Verb::wrong_person, "wrong_person"},
    {Verb::ask_owner, "ask_owner"},
    {Verb::answer_question, "answer_question"},
    {Verb::dismiss_question, "dismiss_question"},
    {Verb::learn_word, "learn_word"},
    {Verb::decline_word, "decline_word"},
    {Verb::confirm_entry, "confirm_entry"},
    {Verb::deny_entry, "deny_entry"},
    {Verb::gathering_send, "gathering_send"},
    {Verb::gathering_leaders, "gathering_leaders"},
    {Verb::gathering_edit, "gathering_edit"},
    {Verb::gathering_save, "gathering_save"},
    {Verb::gathering_drop, "gathering_drop"},
    {Verb::gathering_answers, "gathering_answers"},
    {Verb::gathering_nudge, "gathering_nudge"},
    {Verb::gathering_announce, "gathering_announce"},
    {Verb::gathering_file, "gathering_file"},
    {Verb::rsvp, "rsvp"},
    {Verb::leader_approve, "leader_approve"},
    {Verb::leader_leave_out, "leader_leave_out"},
    {Verb::network_join, "network_join"},
    {Verb::network_leave, "network_leave"},
    {Verb::network_open_again, "network_open_again"},
    {Verb::reminder_withdraw, "reminder_withdraw"},
    {Verb::unmute, "unmute"},
    {Verb::overview_list, "overview_list"},
    {Verb::overview_setting, "overview_setting"},
    {Verb::leaver_all, "leaver_all"},
    {Verb::leaver_each, "leaver_each"},
    {Verb::leaver_stays, "leaver_stays"},
    {Verb::leaver_give, "leaver_give"},
    {Verb::leaver_vacant, "leaver_vacant"},
    {Verb::ending_on, "ending_on"},
    {Verb::ending_off, "ending_off"},
    {Verb::round_confirm, "round_confirm"},
    {Verb::round_edit, "round_edit"},
    {Verb::round_save, "round_save"},
    {Verb::round_not_me, "round_not_me"},
    {Verb::round_none_mine, "round_none_mine"},
    {Verb::round_show, "round_show"},
    {Verb::round_have_none, "round_have_none"},
    {Verb::round_missing, "round_missing"},
    {Verb::correct, "correct"},
    {Verb::correct_form, "correct_form"},
    {Verb::correct_send, "correct_send"},
    {Verb::propose, "propose"},
    {Verb::proposal_yes, "proposal_yes"},
    {Verb::proposal_no, "proposal_no"},
    {Verb::proposal_withdraw, "proposal_withdraw"},
    {Verb::task_take_back, "task_take_back"},
    {Verb::yes, "yes"},
    {Verb::no, "no"},
};

std::string_view name_of(Verb verb) {
  for (const auto& [known, name] : verbs) {
    if (verb == known) {
      return name;
    }
  }
  return "";
}

std::optional<Verb> verb_of(std::string_view name) {
  for (const auto& [verb, known] : verbs) {
    if (name == known) {
      return verb;
    }
  }
  return std::nullopt;
}

/// True if the button has what its verb needs.
bool is_complete(const Button& button) {
  switch (button.verb) {
    case Verb::pick:
      return button.task != 0;
    case Verb::pick_person:
      return button.person != 0;
    case Verb::wrong_person:
    case Verb::confirm_entry:
    case Verb::deny_entry:
    case Verb::ending_on:
    case Verb::ending_off:
      return button.task != 0 && button.person != 0;
    case Verb::ask_owner:
      return !button.about.empty();
    case Verb::answer_question:
      return button.item != 0 && (button.task != 0 || button.person != 0);
    case Verb::dismiss_question:
    case Verb::learn_word:
    case Verb::decline_word:
    case Verb::gathering_send:
    case Verb::gathering_leaders:
    case Verb::gathering_edit:
    case Verb::gathering_save:
    case Verb::gathering_drop:
    case Verb::gathering_answers:
    case Verb::gathering_nudge:
    case Verb::gathering_announce:
    case Verb::gathering_file:
    case Verb::leader_approve:
    case Verb::network_join:
    case Verb::network_leave:
    case Verb::network_open_again:
    case Verb::reminder_withdraw:
    case Verb::leaver_all:
    case Verb::leaver_each:
    case Verb::leaver_stays:
    case Verb::leaver_vacant:
    case Verb::round_confirm:
    case Verb::round_edit:
    case Verb::round_save:
    case Verb::round_not_me:
    case Verb::round_none_mine:
    case Verb::round_show:
    case Verb::round_have_none:
    case Verb::round_missing:
    case Verb::proposal_yes:
    case Verb::proposal_no:
    case Verb::proposal_withdraw:
    case Verb::task_take_back:
      return button.item != 0;
    case Verb::leaver_give:
    case Verb::leader_leave_out:
      return button.item != 0 && button.person != 0;
    case Verb::rsvp:
      return button.item != 0 && !button.about.empty();
    case Verb::correct:
    case Verb::correct_form:
    case Verb::correct_send:
      return button.person != 0 && !button.about.empty();
    case Verb::propose:
    case Verb::unmute:
    case Verb::overview_list:
    case Verb::overview_setting:
    case Verb::yes:
    case Verb::no:
      return !button.about.empty();
  }
  return false;
}

void append_members(JsonWriter& json, const Button& button, SharedMembers* shared = nullptr) {
  if (button.task != 0) {
    json.member("task", std::to_string(button.task));
  }
  if (button.person != 0) {
    json.member("person", std::to_string(button.person));
  }
  if (button.item != 0) {
    json.member("item", std::to_string(button.item));
  }
  if (shared != nullptr && shared->to != 0) {
    json.again(shared->from, shared->to);
    return;
  }
  const auto from = json.place();
  if (!button.about.empty()) {
    json.member("about", button.about);
  }
  json.member("lang", code_of(button.language)).member("nonce", button.nonce);
  if (shared != nullptr) {
    *shared = {from, json.place()};
  }
}

std::string_view field(const CardAction& action, const std::string& name) {
  const auto found = action.data.find(name);
  if (found == action.data.end() || found->second.size() > data_length_max) {
    return {};
  }
  return found->second;
}

/// 0 if the field is missing, nothing if it is no id.
std::optional<std::int64_t> id_field(const CardAction& action, const std::string& name) {
  if (action.data.find(name) == action.data.end()) {
    return 0;
  }
  const auto text = field(action, name);
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size() || id <= 0) {
    return std::nullopt;
  }
  return id;
}

}  // namespace

std::string topic_in_button(std::string_view topic) {
  std::size_t characters = 0;
  std::size_t end = 0;
  std::size_t last_blank = 0;
  for (; end < topic.size(); ++end) {
    const bool begins = (topic[end] & 0xC0) != 0x80;
    if (begins && ++characters > topic_length) {
      return std::string(topic.substr(0, last_blank != 0 ? last_blank : end));
    }
    last_blank = topic[end] == ' ' ? end : last_blank;
  }
  return std::string(topic);
}

void button(JsonWriter& json, std::string_view title, const Button& button, SharedMembers* shared) {
  // Half of a card are its buttons, and half of each is said twice.
  json.begin_object().member("type", "Action.Execute");
  const auto titled = json.place();
  if (title.size() <= title_length) {
    json.member("title", title);
  } else {
    json.member("title", capped(title, title_length));
  }
  const auto titled_until = json.place();
  json.member("verb", name_of(button.verb)).key("data").begin_object();
  const auto members = json.place();
  append_members(json, button, shared);
  const auto members_until = json.place();
  json.end_object().key("fallback").begin_object().member("type", "Action.Submit");
  json.again(titled, titled_until).key("data").begin_object().member("verb", name_of(button.verb));
  json.again(members, members_until).end_object().end_object().end_object();
}

bool opens_dialog(Verb verb) {
  return verb == Verb::gathering_edit || verb == Verb::round_edit || verb == Verb::correct_form;
}

void dialog_button(JsonWriter& json, std::string_view title, const Button& button) {
  json.begin_object().member("type", "Action.Submit").member("title", capped(title, title_length));
  json.key("data").begin_object().key("msteams").begin_object().member("type", "task/fetch").end_object();
  json.member("verb", name_of(button.verb));
  append_members(json, button);
  json.end_object().end_object();
}

void button_data(JsonWriter& json, const Button& button) {
  json.key("data").begin_object().member("verb", name_of(button.verb));
  append_members(json, button);
  json.end_object();
}

std::optional<Button> parse_button(const CardAction& action) {
  const auto verb = verb_of(action.verb);
  const auto task = id_field(action, "task");
  const auto person = id_field(action, "person");
  const auto item = id_field(action, "item");
  const auto language = button_language(action);
  if (!verb || !task || !person || !item || !language) {
    return std::nullopt;
  }
  Button button{*verb,
                *language,
                *task,
                *person,
                std::string(field(action, "about")),
                std::string(field(action, "nonce")),
                *item};
  return is_complete(button) ? std::optional(std::move(button)) : std::nullopt;
}

std::optional<Language> button_language(const CardAction& action) {
  const auto language = field(action, "lang");
  if (language == "da") {
    return Language::danish;
  }
  if (language == "en") {
    return Language::english;
  }
  return std::nullopt;
}

}  // namespace handlers::cards
