#include "handlers/gatherings/clashes.hpp"

#include "handlers/access.hpp"
#include "handlers/gatherings/gathering_words.hpp"
#include "handlers/sentences.hpp"

namespace handlers {
namespace {

constexpr int read_max = 200;
constexpr std::size_t named_max = 3;

bool plans(store::PersonIndex reader, const store::Gathering& gathering, const Context& context) {
  return reader != store::no_index && context.scope == Scope::personal &&
         context.catalogue().person(reader).id == gathering.organizer;
}

bool belongs_to(store::PersonIndex reader, const store::Gathering& gathering, const store::Network& network,
                const Context& context) {
  return context.catalogue().person(reader).id == gathering.organizer ||
         coordinator_of(network, context) == reader;
}

}  // namespace

std::vector<std::string> clashes_in_words(const store::Gathering& gathering, store::PersonIndex reader,
                                          store::Database& database, const Context& context) {
  const bool own_too = plans(reader, gathering, context);
  std::vector<std::string> named;
  for (const auto& other : store::gatherings_ahead(database, 0, gathering.starts, read_max)) {
    if (other.starts >= gathering.ends || named.size() == named_max) {
      break;  // they come in the order of time
    }
    const auto network = store::find_network(database, other.network);
    if (other.id == gathering.id || !network) {
      continue;
    }
    if (other.network == gathering.network || (own_too && belongs_to(reader, other, *network, context))) {
      named.push_back(gathering_title(other, *network, context) + ", " + gathering_when(other, context));
    }
  }
  if (named.empty()) {
    return {};
  }
  return {context.texts.say("plan.same_time", {{"gatherings", joined(named, context.texts)}})};
}

}  // namespace handlers
