#include "handlers/apology.hpp"

#include "handlers/texts/texts.hpp"

namespace handlers {

Outcome apology(const Turn& turn) {
  const Language language = turn.locale.starts_with("en") ? Language::english : Language::danish;
  const std::string sentence = Texts::in(language).say("apology");
  Outcome outcome;
  if (turn.kind == TurnKind::dialog_open || turn.kind == TurnKind::dialog_submit)
    outcome.dialog = DialogAnswer{{}, {}, sentence};
  else if (turn.action && turn.action->execute)
    outcome.invoke = InvokeAnswer{200, {}, sentence};
  else if (turn.kind == TurnKind::message || turn.kind == TurnKind::card_action)
    outcome.replies.push_back(Reply{sentence, {}, {}});
  return outcome;
}

}  // namespace handlers
