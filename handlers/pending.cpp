#include "handlers/pending.hpp"

#include "handlers/gatherings/guests.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/keep_memory.hpp"
#include "handlers/networks/network_actions.hpp"
#include "handlers/own_data.hpp"
#include "handlers/reminders/own_reminders.hpp"
#include "handlers/reply.hpp"
#include "store/conversation_focus.hpp"
#include "store/text/fold.hpp"

#include <algorithm>
#include <array>

namespace handlers {
namespace {

/// Who does what the first word of the pending form says.
struct Doer {
  std::string_view word;
  std::optional<Sections> (*act)(const std::string& pending, bool yes, const Acting&);
};
constexpr std::array<Doer, 19> doers{{{"network-create", do_create_network},
                                      {"network-create-many", do_create_network},
                                      {"network-close", do_close_network},
                                      {"network-leave", do_leave_network},
                                      {"network-rule", do_change_rule},
                                      {"network-open", do_change_visibility},
                                      {"network-closed", do_change_visibility},
                                      {"plan", do_pending_plan},
                                      {"plan-day-off", do_pending_plan},
                                      {"move", do_pending_plan},
                                      {"move-when", do_pending_plan},
                                      {"move-which", do_pending_plan},
                                      {"cancel", do_pending_plan},
                                      {"cancel-which", do_pending_plan},
                                      {"guests-invite", do_pending_guests},
                                      {"guests-remove", do_pending_guests},
                                      {"proposal", do_pending_proposal},
                                      {"reminder", do_pending_reminder},
                                      {"privacy-delete", do_delete_own_data}}};

/// Before a form that only its button may still do: something else was said after the question, so that a
/// 'ja' in words may be meant for that.
constexpr char passed_by = '!';

std::string_view without_mark(std::string_view pending) {
  return pending.starts_with(passed_by) ? pending.substr(1) : pending;
}

/// What the button carries.
std::string_view head(std::string_view pending) {
  return pending.substr(0, pending.find('\n'));
}

struct Word {
  std::string_view word;
  int yes;  ///< 1 yes, -1 no, 0 goes with either
  std::optional<Language> language;
};

const std::array<Word, 38>& words() {
  using enum Language;
  static const std::array<Word, 38> all{
      {{"ja", 1, danish},       {"jo", 1, danish},        {"jep", 1, danish},      {"gerne", 1, danish},
       {"gør", 1, danish},      {"bekræft", 1, danish},   {"godkend", 1, danish},  {"netop", 1, danish},
       {"slet", 1, danish},     {"nej", -1, danish},      {"fortryd", -1, danish}, {"annuller", -1, danish},
       {"ikke", -1, danish},    {"alligevel", 0, danish}, {"drop", -1, {}},        {"glem", -1, danish},
       {"det", 0, danish},      {"bare", 0, danish},      {"tak", 0, danish},      {"lad", 0, danish},
       {"være", -1, danish},    {"yes", 1, english},      {"yep", 1, english},     {"sure", 1, english},
       {"please", 0, english},  {"go", 1, english},       {"ahead", 1, english},   {"do", 1, english},
       {"confirm", 1, english}, {"delete", 1, english},   {"no", -1, english},     {"cancel", -1, english},
       {"don't", -1, english},  {"it", 0, english},       {"that", 0, english},    {"thanks", 0, english},
       {"ok", 1, {}},           {"okay", 1, {}}}};
  return all;
}

Context spoken_in(Language language, const Context& context) {
  return {context.finder, context.policy, Texts::in(language), context.today, context.scope, context.nonce};
}

}  // namespace

std::optional<YesOrNo> yes_or_no_in(std::string_view text) {
  return yes_or_no_in_folded(store::fold(text));
}

std::optional<YesOrNo> yes_or_no_in_folded(std::string_view folded) {
  bool yes = false;
  bool no = false;
  YesOrNo found;
  constexpr std::string_view marks = " \t\r\n,.!";
  for (std::size_t at = folded.find_first_not_of(marks); at != std::string_view::npos;) {
    const auto end = std::min(folded.find_first_of(marks, at), folded.size());
    const auto word = folded.substr(at, end - at);
    const auto known =
        std::find_if(words().begin(), words().end(), [&](const Word& one) { return one.word == word; });
    if (known == words().end()) {
      return std::nullopt;
    }
    yes = yes || known->yes > 0;
    no = no || known->yes < 0;
    found.language = found.language ? found.language : known->language;
    at = folded.find_first_not_of(marks, end);
  }
  if (!yes && !no) {
    return std::nullopt;
  }
  found.yes = !no;  // "gør det ikke" is a no
  return found;
}

void wait_for_yes(const std::string& pending, std::int64_t network, const Acting& acting) {
  store::set_focus(acting.transaction(), key_of(acting.turn), {0, network, pending}, acting.turn.now);
}

void let_words_answer(const store::ConversationReference& to, const std::string& pending,
                      store::Transaction& transaction, store::Instant now) {
  const store::MemoryKey key{to.tenant, to.conversation,
                             to.user_entra_id.empty() ? to.user : to.user_entra_id};
  if (key.conversation.empty() || key.person.empty()) {
    return;
  }
  auto focus = store::focus(transaction.database(), key, now).value_or(store::ConversationFocus{});
  if (focus.pending.empty()) {
    focus.pending = pending;
  } else if (focus.pending.front() != passed_by) {
    focus.pending.insert(focus.pending.begin(), passed_by);
  }
  store::set_focus(transaction, key, focus, now);
}

std::vector<Offer> yes_or_no(const std::string& pending, std::string yes, std::string no) {
  std::vector<Offer> offers{{std::move(yes), {}}, {std::move(no), {}}};
  offers[0].button.verb = cards::Verb::yes;
  offers[1].button.verb = cards::Verb::no;
  for (auto& offer : offers) {
    offer.button.about = head(pending);
  }
  return offers;
}

std::optional<Reply> hear_pending(const Acting& acting, std::optional<store::ConversationFocus>& focus) {
  if (!focus || focus->pending.empty() || focus->pending.front() == passed_by) {
    return std::nullopt;
  }
  if (focus->pending.starts_with("reminder")) {
    if (auto deleted = withdraw_said_reminder(focus->pending, acting)) {
      return make_reply(std::move(*deleted), acting.context);
    }
  }
  const auto said = yes_or_no_in(acting.text);
  if (!said) {
    if (focus->pending.starts_with("reminder ")) {
      if (auto changed = change_own_reminder(focus->pending, acting)) {
        return make_reply(std::move(*changed), acting.context);
      }
    }
    focus->pending.insert(focus->pending.begin(), passed_by);
    store::set_focus(acting.transaction(), key_of(acting.turn), *focus, acting.turn.now);
    return std::nullopt;
  }
  const auto memory = recall(acting.turn, acting.services);
  const auto language = said->language             ? *said->language
                        : !memory.language.empty() ? language_of_code(memory.language)
                                                   : acting.context.texts.language();
  const auto context = spoken_in(language, acting.context);
  auto done = do_pending(focus->pending, said->yes,
                         {acting.turn, acting.services, context, acting.outcome, acting.text, acting.sender});
  if (done) {
    return make_reply(std::move(*done), context);
  }
  focus = store::focus(acting.database(), key_of(acting.turn), acting.turn.now);
  return std::nullopt;
}

std::optional<Reply> ask_to_what(std::string_view folded, const Context& context) {
  const auto said = yes_or_no_in_folded(folded);
  if (!said || folded.starts_with("ok") || folded.find("tak") != std::string_view::npos ||
      folded.find("thanks") != std::string_view::npos) {
    return std::nullopt;
  }
  return Reply{Texts::in(said->language.value_or(context.texts.language())).say("pending.to_what"), "", ""};
}

std::optional<Sections> do_pending(const std::string& pending, bool yes, const Acting& acting) {
  const auto key = key_of(acting.turn);
  auto focus = store::focus(acting.database(), key, acting.turn.now);
  if (!focus || focus->pending.empty() || head(without_mark(focus->pending)) != head(pending)) {
    return Sections{TextSection{{acting.context.texts.say("pending.stale")}, {}}};
  }
  const std::string waiting(without_mark(focus->pending));
  focus->pending.clear();
  store::set_focus(acting.transaction(), key, *focus, acting.turn.now);
  acting.outcome.changed_data = true;
  const auto word = std::string_view(waiting).substr(0, waiting.find_first_of(" \n"));
  const auto doer =
      std::find_if(doers.begin(), doers.end(), [&](const Doer& one) { return one.word == word; });
  return doer == doers.end() ? std::nullopt : doer->act(waiting, yes, acting);
}

}  // namespace handlers
