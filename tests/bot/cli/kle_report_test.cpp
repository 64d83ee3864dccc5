#include "bot/cli/kle_report.hpp"

#include <catch2/catch.hpp>

using Kind = store::KleChange::Kind;
using Catch::Matchers::Contains;

namespace {

store::KleReport report() {
  store::KleReport report;
  report.released = store::Day{std::chrono::year(2025) / 5 / 1};
  report.added = 12;
  report.changed = 3;
  report.retired = 1;
  report.same = 2000;
  return report;
}

}  // namespace

TEST_CASE("kle report: the first line has the release and the counts") {
  CHECK(bot::text_of(report()) ==
        "KLE-Emneplan of 1 May 2025: 12 new, 3 changed, 1 retired, 2000 unchanged\n");
  auto with_gone = report();
  with_gone.gone = 2;
  CHECK_THAT(bot::text_of(with_gone), Contains("1 retired, 2 gone, 2000 unchanged"));
}

TEST_CASE("kle report: changes have number and titles, and how many more there are") {
  auto changed = report();
  changed.changes = {{Kind::changed, "05.07", "Vejvedligeholdelse", "Vedligeholdelse af veje", ""},
                     {Kind::changed, "05.07.08", "Vintertjeneste", "Vintertjeneste", ""},
                     {Kind::retired, "05.01.10", "Private veje", "Private veje", "05.01.12\n05.01.14"},
                     {Kind::gone, "05.07.09", "Snehegn", "", ""},
                     {Kind::added, "05.01.12", "", "Private fællesveje", ""}};
  CHECK_THAT(bot::text_of(changed),
             Contains("  changed  05.07     Vejvedligeholdelse -> Vedligeholdelse af veje\n"
                      "  changed  05.07.08  Vintertjeneste (other keywords)\n"
                      "  retired  05.01.10  Private veje, now 05.01.12, 05.01.14\n"
                      "  gone     05.07.09  Snehegn\n"
                      "  new      05.01.12  Private fællesveje\n"
                      "  ... and 11 more\n"));
}

TEST_CASE("kle report: a plan older than the known one and tasks with lost numbers are told") {
  auto odd = report();
  odd.known_release = store::Day{std::chrono::year(2025) / 11 / 1};
  odd.stale = 2;
  odd.stale_tasks = {{"Hegn", "05.07.09", true, "05.07.08"}, {"Ukendt", "99.99.99", false, ""}};
  const std::string text = bot::text_of(odd);
  CHECK_THAT(text, Contains("released on 1 November 2025"));
  CHECK_THAT(text,
             Contains("  05.07.09  Hegn (retired, now 05.07.08)\n  99.99.99  Ukendt (not in the plan)\n"));
}
