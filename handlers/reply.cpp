#include "handlers/reply.hpp"

#include "handlers/cards/reply_card.hpp"
#include "handlers/section_text.hpp"
#include "handlers/sentences.hpp"

#include <cctype>

namespace handlers {
namespace {

/// Teams takes about 100 KB counted as UTF-16 (its limits page), the envelope included.
constexpr std::size_t card_bytes_max = 38'000;

/// "husdyrgodkendelser og gylletanke": the same colleague has both and is named once.
bool merge(Section& before, const Section& section, const Context& context) {
  auto* one = std::get_if<TaskSection>(&before);
  const auto* other = std::get_if<TaskSection>(&section);
  if (one == nullptr || other == nullptr || one->tasks.size() >= Shown::merged_tasks || one->unsure ||
      other->unsure) {
    return false;
  }
  for (const auto task : one->tasks) {
    if (task == other->tasks.front()) {
      return true;  // asked twice in other words
    }
  }
  if (!same_people(context, one->tasks.front(), other->tasks.front())) {
    return false;
  }
  one->tasks.insert(one->tasks.end(), other->tasks.begin(), other->tasks.end());
  one->phone_first = one->phone_first || other->phone_first;
  return true;
}

std::vector<Section> tidied(std::vector<Section> sections, const Context& context) {
  if (sections.size() <= 1) {
    return sections;
  }
  std::vector<Section> tidy;
  for (auto& section : sections) {
    if (!tidy.empty() && merge(tidy.back(), section, context)) {
      continue;
    }
    if (tidy.size() == Shown::sections) {
      tidy.push_back(TextSection{{context.texts.say("reply.too_many")}, {}});
      break;
    }
    tidy.push_back(std::move(section));
  }
  return tidy;
}

std::optional<store::CopyOf> copy_of(const std::vector<Section>& sections) {
  for (const auto& section : sections) {
    if (const auto* offer = std::get_if<OfferSection>(&section); offer != nullptr && offer->copy) {
      return offer->copy;
    }
  }
  return std::nullopt;
}

}  // namespace

Reply make_reply(std::vector<Section> sections, const Context& context) {
  auto tidy = tidied(std::move(sections), context);
  const auto copy = copy_of(tidy);
  while (true) {
    Reply reply;
    reply.copy = copy;
    reply.text = to_text(tidy, context);
    reply.card = cards::reply_card(tidy, context, reply.text);
    if (reply.card.size() <= card_bytes_max || tidy.size() <= 2) {
      return reply;
    }
    tidy.resize(tidy.size() - 2);  // the sentence that something was left out may be last already
    tidy.push_back(TextSection{{context.texts.say("reply.too_many")}, {}});
  }
}

Outcome say(std::string sentence) {
  Outcome outcome;
  outcome.replies.push_back({std::move(sentence), "", ""});
  return outcome;
}

Outcome say(std::vector<Section> sections, const Context& context) {
  Outcome outcome;
  outcome.replies.push_back(make_reply(std::move(sections), context));
  return outcome;
}

Context elsewhere(const Context& context, Language language, const store::ConversationReference& to,
                  std::size_t number) {
  const auto scope = to.type == "channel"     ? Scope::channel
                     : to.type == "groupChat" ? Scope::group
                                              : Scope::personal;
  return {context.finder, context.policy, Texts::in(language),
          context.today,  scope,          context.nonce + "." + std::to_string(number)};
}

store::PersonIndex sender_in_catalogue(const Sender& sender, const store::Catalogue& catalogue) {
  if (!sender.entra_id.empty()) {
    if (const auto person = catalogue.person_by_entra_id(sender.entra_id); person != store::no_index) {
      return person;
    }
  }
  return sender.email.empty() ? store::no_index : catalogue.person_by_email(sender.email);
}

Language language_of_locale(std::string_view locale) {
  const bool english = locale.size() >= 2 && std::tolower(static_cast<unsigned char>(locale[0])) == 'e' &&
                       std::tolower(static_cast<unsigned char>(locale[1])) == 'n' &&
                       (locale.size() == 2 || locale[2] == '-' || locale[2] == '_');
  return english ? Language::english : Language::danish;
}

}  // namespace handlers
