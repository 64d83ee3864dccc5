#include "handlers/leaving/receivers.hpp"

#include "handlers/telling.hpp"
#include "tests/support/handlers/conversation.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace handlers;

namespace {

struct Fixture : tests::Conversation {
  store::Transaction transaction{database()};
  Services services{finder(), transaction, policy};
  Context context = context_at(now(), services, "t");

  store::PersonIndex person(const std::string& name) const {
    return finder().catalogue().person_by_email(name + "@sundkoebing.example");
  }
  std::vector<store::PersonIndex> receivers(const std::string& title, const std::string& leaver) const {
    const auto hits = finder().find(title).hits;
    REQUIRE_FALSE(hits.empty());
    return receivers_for(hits.front().task, given_on_by(person(leaver), context), 3, context);
  }
};

}  // namespace

TEST_CASE("receivers: whoever has the neighbouring tasks, never the leaver or one who leaves") {
  Fixture f;
  const auto found = f.receivers("Byggetilladelser til enfamiliehuse", "karen.vestergaard");
  REQUIRE_FALSE(found.empty());
  CHECK(found.front() == f.person("soeren.lykkegaard"));
  CHECK(std::count(found.begin(), found.end(), f.person("karen.vestergaard")) == 0);
  // The stand-in of the task itself comes before others.
  const auto stand_in = f.receivers("Byggetilladelser til erhverv og etagebyggeri", "soeren.lykkegaard");
  REQUIRE_FALSE(stand_in.empty());
  CHECK(stand_in.front() == f.person("karen.vestergaard"));
  CHECK(f.receivers("Vandløb", "henrik.moeller").empty());
}
