#include "handlers/understanding/stories.hpp"

#include "store/search/situations.hpp"
#include "tests/support/handlers/sample_municipality.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using handlers::understanding::add_stories;
using handlers::understanding::is_no_matter;
using store::Confidence;
using store::Found;
using store::Spoken;
using store::TaskHit;

namespace {

struct Sample : tests::SampleMunicipality {
  std::string first_task(const std::string& text) const {
    const auto answer = ask(text);
    return answer.tasks.empty() ? "" : std::string(finder->catalogue().task(answer.tasks.front().task).title);
  }
};

Found found(Confidence confidence, std::vector<TaskHit> hits) {
  Found found;
  found.confidence = confidence;
  (confidence == Confidence::none ? found.near : found.hits) = std::move(hits);
  return found;
}

}  // namespace

TEST_CASE_METHOD(Sample, "stories: what happened leads to a task of which no word was said") {
  CHECK(first_task("svigermor kan hverken støvsuge eller komme i brusebad mere") == "Hjemmehjælp");
  CHECK(first_task("han har ingen indtægt og ingen opsparing, køleskabet er tomt") == "Kontanthjælp");
  CHECK(first_task("the whole street is pitch dark, none of the lamps come on") == "Vejbelysning");
}

TEST_CASE_METHOD(Sample, "stories: are never sure, and say so") {
  const auto answer = ask("vores computer er helt død og jeg har møde om ti minutter");
  CHECK(answer.confidence == Confidence::choose);
  CHECK(answer.reply.text.find("Jeg er ikke sikker på, hvad ") == 0);
  CHECK(answer.reply.text.find("\n1. IT-support – ") != std::string::npos);
}

TEST_CASE_METHOD(Sample, "stories: a plain question is answered by its words") {
  const auto plain = ask("hvem har byggetilladelser til enfamiliehuse");
  CHECK(plain.confidence == Confidence::sure);
  const auto polite =
      ask("hej, kan du sige mig, hvem der har byggetilladelser til enfamiliehuse? På forhånd tak");
  CHECK(polite.confidence == Confidence::sure);
  CHECK(polite.tasks.front().task == plain.tasks.front().task);
}

TEST_CASE_METHOD(
    Sample, "stories: a word picked out of a story is not sure where the story tells of something else") {
  const auto answer =
      ask("kvinde på 61 år, a-kassen siger hun ikke kan få flere dagpenge fra maj. har hun ikke ret til "
          "noget arbejde hos os "
          "så");
  CHECK(answer.confidence == Confidence::choose);
  CHECK(first_task("kvinde på 61 år, a-kassen siger hun ikke kan få flere dagpenge fra maj. har hun ikke ret "
                   "til noget "
                   "arbejde hos os så") == "Seniorjob");
}

TEST_CASE_METHOD(Sample, "stories: what is told beside a plain question does not drown it") {
  for (const auto* told :
       {"mine børn er syge og wifi er nede derhjemme, men jeg lovede at finde ud af det inden frokost: ",
        "jeg har været sygemeldt med stress i tre måneder og kan ikke huske det, ",
        "jeg er lige startet igen efter en lang sygemelding og ved ikke hvem der er hvem, "}) {
    const auto text = told + std::string("hvem er ansvarlig for anbringelser");
    CAPTURE(text);
    CHECK(first_task(text) == "Anbringelser");
  }
  CHECK(first_task("hej. jeg er ny og min leder er på ferie i dag, hvem har fleksjob?") == "Fleksjob");
}

TEST_CASE_METHOD(Sample, "stories: what somebody believes, loves or comes from tells of no matter") {
  for (const auto* text :
       {"min kollega er muslim og går i moske", "min kollega er bøsse", "min kollega er fra somalia",
        "min kollega går med tørklæde", "my colleague is gay and got married"}) {
    CAPTURE(text);
    const bool english = std::string_view(text).starts_with("my");
    for (const auto& one : finder->find_by_story(text, english ? Spoken::english : Spoken::danish)) {
      const auto title = finder->catalogue().task(one.task).title;
      CHECK(title.find("adikalisering") == std::string_view::npos);
      CHECK(title.find("resrelaterede") == std::string_view::npos);
    }
  }
}

TEST_CASE_METHOD(Sample, "stories: nobody is suspected unless it is told clearly") {
  const auto tells_of_drinking = [this](const char* text) {
    const auto tasks = finder->find_by_story(text, Spoken::danish);
    return std::any_of(tasks.begin(), tasks.end(), [this](const TaskHit& one) {
      return finder->catalogue().task(one.task).title == "Alkoholbehandling";
    });
  };
  CHECK(tells_of_drinking(
      "min mand drikker en flaske vodka om dagen og ryster om morgenen når han skal stoppe"));
  CHECK_FALSE(tells_of_drinking("min mand ryster om morgenen"));
  CHECK_FALSE(tells_of_drinking("vi skal have vin til receptionen på fredag"));
}

TEST_CASE_METHOD(Sample, "stories: a child's trouble is not sent to those who look after the staff") {
  const auto answer = ask("min datter bliver holdt udenfor af de andre piger i klassen og græder hver aften");
  CHECK(answer.reply.text.find("Psykisk arbejdsmiljø") == std::string::npos);
}

TEST_CASE_METHOD(Sample, "stories: a single guess says that it is one, and leaves a way on") {
  const auto answer = ask("svigermor kan hverken støvsuge eller komme i brusebad mere");
  CHECK(answer.reply.text.find("Er det denne?\n1. Hjemmehjælp") != std::string::npos);
  CHECK(answer.reply.text.find("kan hjælpe dig videre") != std::string::npos);
}

TEST_CASE("stories: what is said in passing is no matter of a municipality") {
  CHECK(is_no_matter("hvem vandt kampen i går aftes, og hvem scorede målet", Spoken::danish));
  CHECK(is_no_matter("which country won the most gold medals", Spoken::english));
  CHECK_FALSE(is_no_matter("svigermor kan hverken støvsuge eller komme i brusebad", Spoken::danish));
  CHECK_FALSE(is_no_matter("", Spoken::danish));
}

TEST_CASE_METHOD(Sample, "stories: only tasks that the catalogue has are found, each once, best first") {
  const auto tasks =
      finder->find_by_story("svigermor kan hverken støvsuge eller komme i brusebad", Spoken::danish);
  REQUIRE_FALSE(tasks.empty());
  for (std::size_t i = 1; i < tasks.size(); ++i) {
    CHECK(tasks[i - 1].score >= tasks[i].score);
    for (std::size_t j = 0; j < i; ++j) CHECK(tasks[j].task != tasks[i].task);
  }
  CHECK(finder->find_by_story("xyzzy plugh", Spoken::danish).empty());
}

TEST_CASE("stories: add to what words found, or stand beside it") {
  auto both = found(Confidence::choose, {{1, 0.4F}, {2, 0.3F}});
  add_stories(both, {{2, 0.4F}, {3, 0.5F}}, 1);
  REQUIRE(both.hits.size() == 3);
  CHECK(both.hits[0].task == 2);
  CHECK(both.hits[0].score == Approx(0.69F));  // never sure
  CHECK(both.hits[1].task == 3);
  CHECK(both.hits[2].task == 1);
  CHECK(both.doubtful);
  CHECK(both.confidence == Confidence::choose);
}

TEST_CASE("stories: find something where words found nothing, and leave out what is far behind") {
  auto none = found(Confidence::none, {{1, 0.16F}});
  add_stories(none, {{3, 0.5F}, {4, 0.2F}}, 1);
  REQUIRE(none.hits.size() == 1);
  CHECK(none.hits[0].task == 3);
  CHECK(none.near.empty());
  CHECK(none.confidence == Confidence::choose);

  auto weak = found(Confidence::none, {});
  add_stories(weak, {{3, 0.1F}}, 1);
  CHECK(weak.confidence == Confidence::none);
  CHECK(weak.hits.empty());
}

TEST_CASE("stories: without one, and beside a sure answer, nothing changes") {
  auto sure = found(Confidence::sure, {{1, 0.9F}});
  add_stories(sure, {{2, 0.9F}}, 1);
  CHECK(sure.confidence == Confidence::sure);
  CHECK(sure.hits.size() == 1);
  add_stories(sure, {{1, 0.9F}, {2, 0.8F}}, 0.1F);  // the story tells of it, too
  CHECK(sure.confidence == Confidence::sure);
  add_stories(sure, {{2, 0.3F}}, 0.1F);  // does not tell clearly
  CHECK(sure.confidence == Confidence::sure);
  add_stories(sure, {}, 0.1F);
  CHECK(sure.confidence == Confidence::sure);
  add_stories(sure, {{2, 0.9F}}, 0.1F);
  CHECK(sure.confidence == Confidence::choose);
  CHECK(sure.hits.front().task == 2);
}
