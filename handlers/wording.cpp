#include "handlers/wording.hpp"

#include "handlers/cards/elements.hpp"
#include "handlers/contacts.hpp"
#include "handlers/sentences.hpp"

namespace handlers {

Wording::Wording(std::string_view of_catalogue, std::size_t characters) : text_(of_catalogue) {
  if (of_catalogue.size() > characters) {
    made_ = cards::capped(of_catalogue, characters);
    text_ = made_;
  }
}

Wording wording_of(const Context& context, store::TaskIndex task) {
  return {context.catalogue().task_title(task), Shown::title_characters};
}

Wording wording_of_who_has(const Context& context, store::TaskIndex task) {
  const auto first = find_first_contact(context.catalogue(), task, context.today);
  if (!first) {
    return Wording(context.texts.say("who.nobody"));
  }
  const std::string_view name = context.catalogue().person(first->person).name;
  if (first->covers != store::no_index) {
    return Wording(context.texts.say("who.covers", {{"stand_in", cards::capped(name, Shown::name_characters)},
                                                    {"person", person_name(context, first->covers)}}));
  }
  if (first->away_to) {
    return Wording(context.texts.say("who.away", {{"person", cards::capped(name, Shown::name_characters)},
                                                  {"date", day(context, *first->away_to)}}));
  }
  return {name, Shown::name_characters};
}

}  // namespace handlers
