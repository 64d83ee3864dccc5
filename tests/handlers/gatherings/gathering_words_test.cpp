#include "handlers/gatherings/gathering_words.hpp"

#include "handlers/time/zone.hpp"
#include "tests/support/handlers/sample_catalogue.hpp"

#include <catch2/catch.hpp>

using namespace handlers;
using namespace std::chrono_literals;
using store::Day;

namespace {

store::Gathering gathering(const std::string& kind) {
  store::Gathering made;
  made.kind = kind;
  made.place = "mødelokale 1";
  set_times(made, {Day{2026y / 4 / 16}, 13h}, {Day{2026y / 4 / 16}, 15h + 30min}, "Europe/Copenhagen");
  return made;
}

store::Network network() {
  store::Network made;
  made.name = "Virksomhedsnetværket";
  return made;
}

}  // namespace

TEST_CASE("gathering_words: the title has the kind in the reader's language") {
  const tests::SampleCatalogue sample;
  const auto title = [&](const std::string& kind, Language language) {
    return gathering_title(gathering(kind), network(), sample.context(language));
  };
  CHECK(title("plenum", Language::danish) == "Plenum i Virksomhedsnetværket");
  CHECK(title("plenum", Language::english) == "Plenary in Virksomhedsnetværket");
  CHECK(title("meeting", Language::danish) == "Møde i Virksomhedsnetværket");
  CHECK(title("", Language::danish) == "Møde i Virksomhedsnetværket");
  CHECK(title("årsmøde", Language::english) == "Årsmøde in Virksomhedsnetværket");
}

TEST_CASE("gathering_words: when and where") {
  const tests::SampleCatalogue sample;
  const auto danish = sample.context();
  auto one = gathering("plenum");
  CHECK(gathering_when(one, danish) == "torsdag den 16. april kl. 13.00-15.30");
  CHECK(gathering_when_where(one, danish) == "torsdag den 16. april kl. 13.00-15.30, mødelokale 1");
  CHECK(gathering_when_in_full(one, danish) == "torsdag den 16. april 2026 kl. 13.00-15.30");
  CHECK(gathering_when_in_full(one, sample.context(Language::english)) ==
        "Thursday 16 April 2026, 13:00-15:30");
  one.place.clear();
  CHECK(gathering_when_where(one, danish) == "torsdag den 16. april kl. 13.00-15.30");
}

TEST_CASE("gathering_words: local times keep their clock over the change") {
  auto before = gathering("");
  set_times(before, {Day{2026y / 3 / 23}, 9h}, {Day{2026y / 3 / 23}, 10h}, "Europe/Copenhagen");
  auto after = gathering("");
  set_times(after, {Day{2026y / 3 / 30}, 9h}, {Day{2026y / 3 / 30}, 10h}, "Europe/Copenhagen");
  CHECK(after.starts - before.starts == std::chrono::hours(7 * 24 - 1));
  CHECK(start_of(after) == LocalTime{Day{2026y / 3 / 30}, 9h});
  CHECK(end_of(after) == LocalTime{Day{2026y / 3 / 30}, 10h});
}
