// A task that has another word of the stem than was asked is not what was asked.
#include "store/search/other_words.hpp"

#include "store/search/finder.hpp"

#include <catch2/catch.hpp>

#include <string>

using store::Confidence;

TEST_CASE("other words: a task whose word is another one of the stem is not what was asked") {
  store::CatalogueBuilder builder;
  builder.add_task({.id = 1, .title = "Cookies", .keywords = "banner"});
  builder.add_task({.id = 2, .title = "Stadion", .keywords = "baner"});
  builder.add_task({.id = 3, .title = "Sprogvurdering", .keywords = "tale\nbarn taler ikke"});
  builder.add_task({.id = 4, .title = "Haller"});
  const store::Finder finder(builder.build());
  const auto title = [&](const store::Found& found) {
    return found.hits.empty() ? "" : std::string(finder.catalogue().task(found.hits.front().task).title);
  };
  for (const auto* asked : {"bane", "banen", "banerne"}) {
    CAPTURE(asked);
    const auto found = finder.find(asked);
    CHECK(title(found) == "Stadion");
    CHECK(found.confidence == Confidence::sure);
  }
  CHECK(title(finder.find("bannere")) == "Cookies");
  CHECK(title(finder.find("banneret")) == "Cookies");
  for (const auto* asked : {"tal", "tall", "tallene"}) {
    CAPTURE(asked);
    CHECK(finder.find(asked).confidence != Confidence::sure);
  }
  CHECK(finder.find("tale").confidence == Confidence::sure);
  for (const auto* asked : {"hal", "hallen", "hallerne"}) {
    CAPTURE(asked);
    CHECK(finder.find(asked).confidence == Confidence::sure);
  }
}

TEST_CASE("other words: a verb in -ere is the noun in -ering, and no other word of its stem") {
  store::CatalogueBuilder builder;
  builder.add_task({.id = 1, .title = "Parker"});
  builder.add_task({.id = 2, .title = "Parkering"});
  builder.add_task({.id = 3, .title = "Lejere"});
  builder.add_task({.id = 4, .title = "Depot", .keywords = "aflevere rollator"});
  builder.add_task({.id = 5, .title = "Aflevering til arkiv"});
  const store::Finder finder(builder.build());
  const auto title = [&](const char* asked) {
    return std::string(finder.catalogue().task(finder.find(asked).hits.front().task).title);
  };
  for (const auto* asked : {"parkere", "parkerer", "parkeret", "parkering"}) {
    CAPTURE(asked);
    CHECK(title(asked) == "Parkering");
    CHECK(finder.find(asked).confidence == Confidence::sure);
  }
  CHECK(title("parker") == "Parker");
  CHECK(title("lejer") == "Lejere");
  CHECK(title("afleverer") == "Depot");
}
