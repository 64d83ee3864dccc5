#include "handlers/overviews/words.hpp"

#include "handlers/cards/elements.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/sentences.hpp"

namespace handlers {

std::string wanted_in_words(const Wanted& wanted, const Texts& texts) {
  return texts.say("overview.wanted_one", {{"topic", cards::capped(wanted.what, Shown::topic_characters)},
                                           {"count", std::to_string(wanted.count)}});
}

std::string leaver_in_words(const Leaver& leaver, const Context& context) {
  const auto tasks = counted(leaver.tasks, "overview.task_one", "overview.tasks", context.texts);
  return context.texts.say("overview.leaver", {{"person", person_name(context, leaver.person)},
                                               {"day", day(context, leaver.day - std::chrono::days(1))},
                                               {"tasks", tasks}});
}

std::string in_words(const OwnPeopleThere& there, const Context& context) {
  return context.texts.say(there.invited == 1 ? "overview.gathering_one" : "overview.gathering",
                           {{"title", gathering_title(there.gathering, there.network, context)},
                            {"when", gathering_when(there.gathering, context)},
                            {"invited", std::to_string(there.invited)},
                            {"coming", std::to_string(there.coming)}});
}

}  // namespace handlers
