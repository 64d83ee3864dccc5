#include "handlers/networks/members.hpp"

#include "handlers/access.hpp"
#include "handlers/contacts.hpp"
#include "store/text/function_words.hpp"
#include "store/text/stems.hpp"
#include "store/text/words.hpp"

#include <algorithm>
#include <set>

namespace handlers {
namespace {

using store::no_index;
using store::PersonIndex;

/// The words of a rule, ready to be looked for in many tasks.
class Rule {
 public:
  explicit Rule(std::string_view text) {
    words_.read(text);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!store::is_function_word(words_[i])) {
        stems_.emplace_back(stemmer_.danish(words_[i]));
      }
    }
  }

  bool empty() const { return stems_.empty(); }

  bool marks(const store::Task& task) {
    std::vector<bool> seen(stems_.size(), false);
    for (const auto text : {task.keywords, task.title, task.kle_keywords, task.kle_titles}) {
      words_.read(text);
      for (std::size_t i = 0; i < words_.size(); ++i) {
        look(words_[i], seen);
      }
    }
    return std::find(seen.begin(), seen.end(), false) == seen.end();
  }

 private:
  /// A stem begins as its word does, so most words need no stemming.
  void look(std::string_view word, std::vector<bool>& seen) {
    constexpr std::size_t beginning = 3;
    for (std::size_t i = 0; i < stems_.size(); ++i) {
      if (!seen[i] && word.starts_with(std::string_view(stems_[i]).substr(0, beginning))) {
        seen[i] = stemmer_.danish(word) == stems_[i];
      }
    }
  }

  store::Words words_;
  store::Stemmer stemmer_;
  std::vector<std::string> stems_;
};

bool holds(const store::Responsibility& responsibility, const Context& context) {
  const auto& person = context.catalogue().person(responsibility.person);
  return responsibility.role != store::Role::stand_in && !person.contact_point &&
         !has_left(person, context.today) &&
         (!responsibility.from || *responsibility.from <= context.today) &&
         (!responsibility.to || *responsibility.to >= context.today);
}

bool by_rule(PersonIndex person, std::string_view text, const Context& context) {
  Rule rule(text);
  if (rule.empty()) {
    return false;
  }
  const auto all = context.catalogue().responsibilities_of_person(person);
  return std::any_of(all.begin(), all.end(), [&](const store::Responsibility& responsibility) {
    return holds(responsibility, context) && rule.marks(context.catalogue().task(responsibility.task));
  });
}

}  // namespace

std::vector<PersonIndex> people_by_rule(std::string_view text, const Context& context) {
  Rule rule(text);
  std::set<PersonIndex> people;
  const auto& catalogue = context.catalogue();
  for (store::TaskIndex task = 0; !rule.empty() && task < catalogue.task_count(); ++task) {
    if (!rule.marks(catalogue.task(task))) {
      continue;
    }
    for (const auto& responsibility : catalogue.responsibilities_of(task)) {
      if (holds(responsibility, context)) {
        people.insert(responsibility.person);
      }
    }
  }
  return {people.begin(), people.end()};
}

std::vector<Member> members_of(const store::Network& network, store::Database& database,
                               const Context& context) {
  const auto& catalogue = context.catalogue();
  std::vector<Member> members;
  const auto coordinator = coordinator_of(network, context);
  const auto add = [&](PersonIndex person, const char* reason) {
    if (person == no_index || has_left(catalogue.person(person), context.today) ||
        std::any_of(members.begin(), members.end(),
                    [&](const Member& one) { return one.person == person; })) {
      return;
    }
    members.push_back({person, reason});
  };
  add(coordinator, "coordinator");
  for (const auto id : store::members_of(database, network.id)) {
    add(catalogue.person_by_id(id), "member");
  }
  if (!network.rule.empty()) {
    for (const auto person : people_by_rule(network.rule, context)) {
      add(person, "rule");
    }
  }
  const auto rest = members.begin() + (coordinator == no_index ? 0 : 1);
  std::stable_sort(rest, members.end(), [&](const Member& one, const Member& other) {
    return catalogue.person(one.person).name < catalogue.person(other.person).name;
  });
  return members;
}

std::string membership(PersonIndex person, const store::Network& network, store::Database& database,
                       const Context& context) {
  if (person == no_index || has_left(context.catalogue().person(person), context.today)) {
    return "";
  }
  if (person == coordinator_of(network, context)) {
    return "coordinator";
  }
  const auto named = store::members_of(database, network.id);
  if (std::find(named.begin(), named.end(), context.catalogue().person(person).id) != named.end()) {
    return "member";
  }
  return by_rule(person, network.rule, context) ? "rule" : "";
}

}  // namespace handlers
