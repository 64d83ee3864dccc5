// What somebody tells, compared with all situations; and a file of situations, made into a table.
#include "handlers/understanding/stories.hpp"
#include "tests/fuzz/target.hpp"
#include "tests/support/small_catalogue.hpp"

#include "store/search/situations.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <stdexcept>
#include <vector>

namespace {

constexpr std::size_t most_alike = 6;

void check(bool holds) {
  if (!holds) std::abort();
}

void tell(std::string_view input, store::Spoken spoken) {
  static const store::Finder finder{tests::small_catalogue()};
  const auto alike = store::search::Situations::embedded().like(input, spoken, most_alike);
  check(alike.size() <= most_alike);
  for (const auto& one : alike) check(std::isfinite(one.likeness) && one.likeness <= alike.front().likeness);
  const auto told = finder.find_by_story(input, spoken);
  auto found = finder.find(input, most_alike, spoken);
  const bool sure = found.confidence == store::Confidence::sure;
  handlers::understanding::add_stories(found, told, 1);
  check(sure || found.confidence != store::Confidence::sure);  // a story makes nothing sure
  check(std::is_sorted(found.hits.begin(), found.hits.end(),
                       [](const auto& one, const auto& other) { return one.score > other.score; }));
  handlers::understanding::is_no_matter(input, spoken);
}

void make_table(std::string_view input) {
  std::vector<std::uint32_t> table;
  try {
    table = store::search::situation_table::compile(std::vector{input});
  } catch (const std::invalid_argument&) {
    return;
  }
  const store::search::Situations situations(table);
  for (const auto& one : situations.like(input, store::Spoken::danish, most_alike))
    check(one.topic < situations.topics());
}

void run(std::string_view input) {
  for (const auto spoken : {store::Spoken::undecided, store::Spoken::danish, store::Spoken::english})
    tell(input, spoken);
  make_table(input);
}

const fuzz::Registration registration{"story", run};

}  // namespace
