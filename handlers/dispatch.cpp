#include "handlers/dispatch.hpp"

#include "handlers/access.hpp"
#include "handlers/acting.hpp"
#include "handlers/answer.hpp"
#include "handlers/card_actions.hpp"
#include "handlers/confirming/nudge.hpp"
#include "handlers/confirming/round_answers.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/installation.hpp"
#include "handlers/keep_memory.hpp"
#include "handlers/open_questions.hpp"
#include "handlers/owner_words.hpp"
#include "handlers/pending.hpp"
#include "handlers/privacy.hpp"
#include "handlers/reply.hpp"
#include "handlers/texts/texts.hpp"
#include "handlers/time/zone.hpp"
#include "store/conversation_focus.hpp"
#include "store/conversations.hpp"
#include "store/text/fold.hpp"

#include <array>

namespace handlers {
namespace {

std::string type_of(Scope scope) {
  switch (scope) {
    case Scope::personal:
      return "personal";
    case Scope::group:
      return "groupChat";
    case Scope::channel:
      return "channel";
  }
  return "";
}

/// The e-mail, where the turn or the catalogue tells it: owners of the catalogue are named by theirs.
std::string email_of(const Sender& sender, store::PersonIndex person, const store::Catalogue& catalogue) {
  return person == store::no_index || !sender.email.empty() ? sender.email
                                                            : std::string(catalogue.person(person).email);
}

store::Remembered remember(const Turn& turn, store::PersonIndex sender, const Services& services) {
  store::ConversationReference chat{
      turn.tenant, turn.conversation, type_of(turn.scope), turn.service_url, turn.bot, "", "", "", ""};
  chat.team = turn.team;
  if (turn.scope == Scope::personal) {
    chat.user = turn.sender.id;
    chat.user_entra_id = turn.sender.entra_id;
    chat.user_email = email_of(turn.sender, sender, services.finder.catalogue());
    chat.language = turn.locale.empty() ? "" : code_of(language_of_locale(turn.locale));
  }
  return store::remember_conversation(services.transaction, chat, turn.now);
}

/// What is in no language is answered in the one that somebody writes in.
Language language_of(const Turn& turn, const std::string& remembered) {
  return remembered.empty() ? language_of_locale(turn.locale) : language_of_code(remembered);
}

void keep_language(Language spoken, const std::string& remembered, const Turn& turn,
                   const Services& services) {
  if (turn.scope == Scope::personal && code_of(spoken) != remembered) {
    store::set_language(services.transaction, turn.tenant, turn.conversation, std::string(code_of(spoken)));
  }
}

/// FNV-1a (Fowler, Noll, Vo) of what is unique to the turn. It only has to differ from card to card; it
/// protects nothing.
std::string nonce_of(const Turn& turn) {
  std::uint64_t hash = 14695981039346656037u;
  for (const auto* part : {&turn.conversation, &turn.activity, &turn.sender.id}) {
    for (const char c : *part) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    }
    hash = (hash ^ 0xffu) * 1099511628211u;
  }
  hash ^= static_cast<std::uint64_t>(turn.now.time_since_epoch().count());
  std::string digits;
  for (; hash != 0; hash /= 36) {
    digits += "0123456789abcdefghijklmnopqrstuvwxyz"[hash % 36];
  }
  return digits;
}

Outcome refuse_guest(const Turn& turn, const Services& services) {
  Outcome outcome;
  if (turn.kind == TurnKind::message) {
    const auto clean = remove_personal_numbers(turn.text);
    const auto language = understand(clean.text, services.finder, language_of_locale(turn.locale)).language;
    outcome.replies.push_back({Texts::in(language).say("guest"), "", ""});
  } else if (turn.kind == TurnKind::dialog_open || turn.kind == TurnKind::dialog_submit) {
    outcome.dialog = DialogAnswer{"", "", Texts::in(language_of_locale(turn.locale)).say("guest")};
  } else if (turn.kind == TurnKind::card_action && turn.action) {
    const auto sentence = Texts::in(language_of_locale(turn.locale)).say("guest");
    if (turn.action->execute) {
      outcome.invoke = InvokeAnswer{200, "", sentence};
    } else {
      outcome.replies.push_back({sentence, "", ""});
    }
  }
  return outcome;
}

Context context_of(const Turn& turn, Language language, const Services& services) {
  return {services.finder, services.policy, Texts::in(language), local_day(turn.now, services.policy.zone),
          turn.scope,      nonce_of(turn)};
}

/// A message that answers what was asked before, or says more about what is at hand.
std::optional<Reply> hear_answers(const Acting& acting, const store::MemoryKey& key) {
  auto focus = store::focus(acting.database(), key, acting.turn.now);
  if (auto reply = hear_pending(acting, focus)) {
    return reply;
  }
  const auto folded = store::fold(acting.text);
  if (auto reply = hear_planning(acting, std::move(focus), folded)) {
    return reply;
  }
  if (auto reply = hear_round(acting, folded)) {
    return reply;
  }
  return ask_to_what(folded, acting.context);
}

/// The answer, and the language it was asked for in.
std::pair<Outcome, Language> answer_message(const Turn& turn, store::PersonIndex sender, Language language,
                                            const Services& services) {
  const auto context = context_of(turn, language, services);
  const auto text = remove_personal_numbers(turn.text).text;
  const auto spoken = [&] { return understand(text, services.finder, language).language; };
  if (auto heard = hear_owner(text, turn, context, services)) {
    return {std::move(*heard), spoken()};
  }
  Outcome outcome;
  Acting acting{turn, services, context, outcome, text, sender};
  const auto key = key_of(turn);
  if (auto heard = hear_answers(acting, key)) {
    outcome.replies.push_back(std::move(*heard));
    return {std::move(outcome), spoken()};
  }
  Question question{turn.text, language, turn.scope, turn.sender, turn.now, context.nonce};
  const auto memory = recall(key, turn, services);
  question.memory = &memory;
  question.with_tasks = false;
  question.act = [&](const Intent& intent, const std::vector<store::PersonIndex>& named,
                     const Context& there) {
    return act(intent, Acting{turn, services, there, outcome, acting.text, acting.sender, named});
  };
  auto answered = answer(question, services.finder, services.policy);
  keep_memory(answered.memory, memory, key, turn, services);
  log_question(answered, context.today, turn, services);
  outcome.replies.push_back(std::move(answered.reply));
  nudge_stale(answered.shown, turn, context, services, outcome);
  if (auto waiting = waiting_questions(turn, context, services)) {
    outcome.replies.push_back(std::move(*waiting));
    outcome.changed_data = true;
  }
  return {std::move(outcome), answered.understanding.language};
}

}  // namespace

Outcome dispatch(const Turn& turn, const Services& given) {
  const auto policy = with_given_roles(given.policy, given.transaction.database());
  const Services services{given.finder, given.transaction, policy ? *policy : given.policy};
  if (turn.kind == TurnKind::removed) {
    return go_out(turn, services);
  }
  if (turn.sender.guest) {
    return refuse_guest(turn, services);
  }
  const auto sender = sender_in_catalogue(turn.sender, services.finder.catalogue());
  const auto remembered = remember(turn, sender, services);
  const auto language = language_of(turn, remembered.language);
  Outcome outcome;
  switch (turn.kind) {
    case TurnKind::message: {
      auto [answered, spoken] = answer_message(turn, sender, language, services);
      outcome = std::move(answered);
      keep_language(spoken, remembered.language, turn, services);
      break;
    }
    case TurnKind::card_action:
      if (turn.action) {
        outcome = act_on_card(turn, nonce_of(turn), services);
        keep_pick(turn, context_of(turn, language, services), services);
      }
      break;
    case TurnKind::dialog_open:
    case TurnKind::dialog_submit:
      outcome = act_on_dialog(turn, nonce_of(turn), services);
      break;
    case TurnKind::installed:
      outcome = come_in(turn, remembered.anew, context_of(turn, language, services), services);
      break;
    case TurnKind::removed:
    case TurnKind::other:
      break;
  }
  outcome.changed_data = outcome.changed_data || remembered.anew;
  return outcome;
}

}  // namespace handlers
