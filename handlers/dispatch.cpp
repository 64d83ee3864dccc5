#include "handlers/dispatch.hpp"

#include "handlers/access.hpp"
#include "handlers/acting.hpp"
#include "handlers/answer.hpp"
#include "handlers/card_actions.hpp"
#include "handlers/confirming.hpp"
#include "handlers/gatherings/planning.hpp"
#include "handlers/keep_memory.hpp"
#include "handlers/open_questions.hpp"
#include "handlers/owner_words.hpp"
#include "handlers/privacy.hpp"
#include "handlers/reply.hpp"
#include "handlers/texts/texts.hpp"
#include "handlers/time/zone.hpp"
#include "handlers/welcome.hpp"
#include "store/conversations.hpp"

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
std::string email_of(const Sender& sender, const store::Catalogue& catalogue) {
  const auto person = sender.email.empty() ? sender_in_catalogue(sender, catalogue) : store::no_index;
  return person == store::no_index ? sender.email : std::string(catalogue.person(person).email);
}

bool remember(const Turn& turn, const Services& services) {
  const bool personal = turn.scope == Scope::personal;
  return store::remember_conversation(
      services.transaction,
      {turn.tenant, turn.conversation, type_of(turn.scope), turn.service_url, turn.bot,
       personal ? turn.sender.id : "", personal ? turn.sender.entra_id : "", "", "",
       personal ? email_of(turn.sender, services.finder.catalogue()) : ""},
      turn.now);
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

Context context_of(const Turn& turn, const Services& services) {
  return {services.finder,
          services.policy,
          Texts::in(language_of_locale(turn.locale)),
          local_day(turn.now, services.policy.zone),
          turn.scope,
          nonce_of(turn)};
}

Outcome answer_message(const Turn& turn, const Services& services) {
  const auto context = context_of(turn, services);
  if (auto heard = hear_owner(remove_personal_numbers(turn.text).text, turn, context, services)) {
    return std::move(*heard);
  }
  Question question{turn.text,     language_of_locale(turn.locale), turn.scope, turn.sender, turn.now,
                    nonce_of(turn)};
  const auto memory = recall(turn, services);
  question.memory = &memory;
  Outcome outcome;
  Acting acting{turn,
                services,
                context,
                outcome,
                remove_personal_numbers(turn.text).text,
                sender_in_catalogue(turn.sender, services.finder.catalogue())};
  for (const auto hear : {hear_pending, hear_planning}) {
    if (auto reply = hear(acting)) {
      outcome.replies.push_back(std::move(*reply));
      return outcome;
    }
  }
  question.act = [&](const Intent& intent, const std::vector<store::PersonIndex>& named,
                     const Context& there) {
    return act(intent, Acting{turn, services, there, outcome, acting.text, acting.sender, named});
  };
  auto answered = answer(question, services.finder, services.policy);
  keep_memory(answered.memory, memory, turn, services);
  log_question(answered, turn, services);
  outcome.replies.push_back(std::move(answered.reply));
  nudge_stale(answered.shown, turn, context, services, outcome);
  if (auto waiting = waiting_questions(turn, context, services)) {
    outcome.replies.push_back(std::move(*waiting));
    outcome.changed_data = true;
  }
  return outcome;
}

Outcome greet(const Turn& turn, const Services& services) {
  Outcome outcome;
  if (!store::claim_welcome(services.transaction, turn.tenant, turn.conversation, turn.now)) {
    return outcome;
  }
  outcome.replies.push_back(welcome(context_of(turn, services)));
  outcome.changed_data = true;
  return outcome;
}

}  // namespace

Outcome dispatch(const Turn& turn, const Services& given) {
  const auto policy = with_given_roles(given.policy, given.transaction.database());
  const Services services{given.finder, given.transaction, policy ? *policy : given.policy};
  if (turn.kind == TurnKind::removed) {
    store::mark_removed(services.transaction, turn.tenant, turn.conversation, turn.now);
    Outcome outcome;
    outcome.changed_data = true;
    return outcome;
  }
  if (turn.sender.guest) {
    return refuse_guest(turn, services);
  }
  const bool remembered = remember(turn, services);
  Outcome outcome;
  switch (turn.kind) {
    case TurnKind::message:
      outcome = answer_message(turn, services);
      break;
    case TurnKind::card_action:
      if (turn.action) {
        outcome = act_on_card(turn, nonce_of(turn), services);
        keep_pick(turn, context_of(turn, services), services);
      }
      break;
    case TurnKind::dialog_open:
    case TurnKind::dialog_submit:
      outcome = act_on_dialog(turn, nonce_of(turn), services);
      break;
    case TurnKind::installed:
      outcome = greet(turn, services);
      break;
    case TurnKind::removed:
    case TurnKind::other:
      break;
  }
  outcome.changed_data = outcome.changed_data || remembered;
  return outcome;
}

}  // namespace handlers
