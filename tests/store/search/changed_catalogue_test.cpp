// A finder over a changed catalogue against one that was built anew: the same answers, whatever was edited.
#include "store/search/finder.hpp"
#include "tests/support/small_catalogue.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <random>
#include <string>

using namespace store;

namespace {

/// What a catalogue is made of, so that it can be edited and built in both ways.
struct Model {
  struct Entry {
    std::int64_t id;
    std::string title, keywords, description, kle;
    std::vector<Responsibility> hands;
  };
  std::vector<Entry> entries;
  std::vector<std::string> words;
  std::mt19937 random{7};

  explicit Model(const Catalogue& catalogue) {
    for (TaskIndex i = 0; i < catalogue.task_count(); ++i) {
      const Task task = catalogue.task(i);
      const auto hands = catalogue.responsibilities_of(i);
      entries.push_back({task.id,
                         std::string(task.title),
                         std::string(task.keywords),
                         std::string(task.description),
                         std::string(task.kle),
                         {hands.begin(), hands.end()}});
    }
    for (const auto& text : tests::small_catalogue_tasks()) words.emplace_back(text.title);
    for (const auto* word : {"vandværk", "fortove", "bøger", "kloakering", "kommunale haller", "vejtræer"})
      words.emplace_back(word);
  }

  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
  }
  std::string word() { return words[below(words.size())]; }

  void edit() {
    if (below(5) == 0) {
      Entry added{entries.back().id + 1 + static_cast<std::int64_t>(below(3)),
                  word() + " " + word(),
                  word(),
                  word(),
                  "",
                  {}};
      entries.push_back(added);
      entries.back().hands = {{.task = static_cast<TaskIndex>(entries.size() - 1), .person = 1}};
      return;
    }
    const std::size_t chosen = below(entries.size());
    Entry& entry = entries[chosen];
    if (below(2) == 0) entry.title = word() + " " + word();
    if (below(2) == 0) entry.keywords = word() + "\n" + word();
    if (below(4) == 0) entry.description = "om " + word();
    if (below(3) == 0) entry.kle = "0" + std::to_string(below(9)) + ".01.0" + std::to_string(below(9));
    entry.hands = {{.task = static_cast<TaskIndex>(chosen), .person = static_cast<PersonIndex>(below(7))}};
  }

  Task task(const Entry& entry) const {
    return {.id = entry.id,
            .title = entry.title,
            .description = entry.description,
            .keywords = entry.keywords,
            .kle = entry.kle};
  }
};

bool same(const Model::Entry& entry, const Catalogue& catalogue, TaskIndex index) {
  const Task task = catalogue.task(index);
  const auto hands = catalogue.responsibilities_of(index);
  return task.title == entry.title && task.keywords == entry.keywords &&
         task.description == entry.description && task.kle == entry.kle &&
         std::equal(hands.begin(), hands.end(), entry.hands.begin(), entry.hands.end(),
                    [](const auto& a, const auto& b) { return a.person == b.person; });
}

/// The model over the people of `base`, whole.
std::shared_ptr<const Catalogue> whole(const Model& model, const Catalogue& base) {
  CatalogueBuilder builder;
  for (const Unit& unit : base.units()) builder.add_unit(unit);
  for (const Person& person : base.people()) builder.add_person(person);
  for (const auto& entry : model.entries) {
    builder.add_task(model.task(entry));
    for (const Responsibility& hand : entry.hands) builder.add_responsibility(hand);
  }
  return builder.build();
}

/// The same as changes of `before`.
std::shared_ptr<const Catalogue> changed(const Model& model, const std::shared_ptr<const Catalogue>& before) {
  CatalogueBuilder builder(before);
  const Catalogue& base = before->base();
  for (TaskIndex i = 0; i < model.entries.size(); ++i) {
    const auto& entry = model.entries[i];
    if (i < base.task_count() && same(entry, base, i)) continue;
    if (i < base.task_count()) {
      builder.replace_task(i, model.task(entry));
    } else {
      CHECK(builder.add_task(model.task(entry)) == i);
    }
    for (const Responsibility& hand : entry.hands) builder.add_responsibility(hand);
  }
  return builder.build();
}

std::string answers(const Finder& finder, const std::string& phrase) {
  std::string all;
  const auto add = [&](const Found& found) {
    all += " c" + std::to_string(static_cast<int>(found.confidence));
    for (const auto& hits : {found.hits, found.near}) {
      for (const TaskHit& hit : hits) all += " " + std::to_string(hit.task) + "=" + std::to_string(hit.score);
      all += " |";
    }
  };
  add(finder.find(phrase));
  add(finder.find(phrase, 5, Spoken::english));
  add(finder.find_kle("0" + std::to_string(phrase.size() % 9)));
  all += finder.knows_word(phrase) ? " known" : " unknown";
  all += std::to_string(static_cast<int>(finder.language_of(phrase)));
  if (finder.catalogue().task_count() > 3) {
    for (const auto& why : finder.explain(phrase, 3)) all += " " + why.asked + ">" + why.found + why.how;
  }
  return all;
}

}  // namespace

TEST_CASE("changed catalogue: answers as one that is built anew, after any edits", "[search][changed]") {
  const auto base = tests::small_catalogue();
  Model model(*base);
  auto before = std::make_unique<Finder>(base);
  const std::vector<std::string> phrases{"byggetilladelser",
                                         "byggetilladelse til erhverv",
                                         "vejskilt",
                                         "vej",
                                         "fortov",
                                         "vandvaerk",
                                         "vandværket",
                                         "kloak",
                                         "kloakker",
                                         "rottebekæmpesle",
                                         "haller",
                                         "kommune",
                                         "skolestart",
                                         "asfalt",
                                         "roads",
                                         "bog",
                                         "pas kørekort",
                                         "hjemmeplejen",
                                         "vejtræ",
                                         "drager"};
  for (int round = 0; round < 120; ++round) {
    for (std::size_t edits = 1 + model.below(4); edits > 0; --edits) model.edit();
    const auto now = changed(model, before->shared_catalogue());
    auto after = std::make_unique<Finder>(now, *before);
    const auto anew = whole(model, *base);
    const Finder rebuilt(anew);
    REQUIRE(now->task_count() == model.entries.size());
    for (TaskIndex i = 0; i < now->task_count(); ++i) {
      REQUIRE(same(model.entries[i], *now, i));
      REQUIRE(now->task_by_id(model.entries[i].id) == i);
    }
    for (PersonIndex person = 0; person < base->people().size(); ++person) {
      const auto mine = now->responsibilities_of_person(person);
      const auto others = anew->responsibilities_of_person(person);
      REQUIRE(std::equal(mine.begin(), mine.end(), others.begin(), others.end(),
                         [](const auto& a, const auto& b) { return a.task == b.task; }));
    }
    for (const std::string& phrase : phrases) {
      CAPTURE(round, phrase);
      REQUIRE(answers(*after, phrase) == answers(rebuilt, phrase));
    }
    before = std::move(after);
  }
}

TEST_CASE("changed catalogue: people are found and known by id as before", "[search][changed]") {
  const auto base = tests::small_catalogue();
  const Finder before(base);
  CatalogueBuilder builder(base);
  builder.replace_task(0, {.id = base->task(0).id, .title = "Byggesager"});
  const auto now = builder.build();
  const Finder after(now, before);
  CHECK(after.find_people("Karen").size() == 1);
  CHECK(now->person_by_id(1) == 0);
  CHECK(now->person_by_email("p1@sundkoebing.example") == 0);
  CHECK(after.find("byggesager").hits.front().task == 0);
  CHECK(before.find("byggetilladelser").hits.front().task == 0);  // the earlier one still answers as it did
  const Finder later(tests::small_catalogue(), after);            // another base: everything is built anew
  CHECK(later.find("byggetilladelser").confidence == Confidence::sure);
}
