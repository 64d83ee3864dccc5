#include "handlers/welcome.hpp"

#include "handlers/examples.hpp"
#include "handlers/reply.hpp"

namespace handlers {

Reply welcome(const Context& context) {
  const bool personal = context.scope == Scope::personal;
  TextSection section{{context.texts.say(personal ? "welcome.personal" : "welcome.shared")},
                      examples(context)};
  if (!section.examples.empty()) {
    section.lines.push_back(context.texts.say("help.try"));
  }
  if (!personal && section.examples.size() > 1) {
    section.examples.resize(1);
  }
  return make_reply({std::move(section)}, context);
}

}  // namespace handlers
