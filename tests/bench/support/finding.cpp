// Measures finding without Teams: the catalogue of a database, questions from a file, one change.
// usage: finding DATABASE QUESTIONS   (one JSON object with the figures on standard output)
#include "handlers/understanding/understand.hpp"
#include "store/catalogue_store.hpp"
#include "store/learned_words.hpp"
#include "store/search/finder.hpp"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace {

/// CPU time of this thread, in milliseconds: what the others on the machine do is not measured.
double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
}

double milliseconds_since(double began) {
  return now() - began;
}

double share(std::vector<double>& values, double part) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

double peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Understanding and finding, as a turn does it. The number of answers keeps the compiler from leaving it
/// out.
std::size_t ask(const store::Finder& finder, const std::string& text) {
  std::size_t answers = 0;
  for (const auto& intent : handlers::understand(text, finder, handlers::Language::danish).intents) {
    answers += finder.find(intent.slot("task"), 10, intent.spoken).hits.size();
  }
  return answers;
}

/// A task learns a word, as when an owner approves one in the chat.
void teach(store::Database& database, std::int64_t task, int number) {
  store::Transaction transaction(database);
  const store::Instant time{std::chrono::seconds{number}};
  const auto word = store::propose_word(transaction, task, "nyt ord " + std::to_string(number), time);
  if (word) store::decide_word(transaction, word->id, store::WordState::approved, "bench", time);
  transaction.commit();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: finding DATABASE QUESTIONS\n";
    return 2;
  }
  std::vector<std::string> questions;
  std::ifstream file(arguments[2]);
  for (std::string line; std::getline(file, line);) questions.push_back(line);
  if (questions.empty()) {
    std::cerr << "finding: there are no questions in '" << arguments[2] << "' (one a line)\n";
    return 2;
  }
  if (!std::filesystem::exists(arguments[1])) {
    std::cerr << "finding: there is no database '" << arguments[1] << "'\n";
    return 2;
  }
  store::Database database(arguments[1], store::Database::Create::no);

  auto began = now();
  auto catalogue = store::load_catalogue(database);
  const double load = milliseconds_since(began);
  began = now();
  auto finder = std::make_unique<store::Finder>(catalogue);
  const double build = milliseconds_since(began);

  std::vector<double> took;
  std::size_t answers = 0;
  for (const std::string& question : questions) answers += ask(*finder, question);  // warm
  for (const std::string& question : questions) {
    began = now();
    answers += ask(*finder, question);
    took.push_back(milliseconds_since(began));
  }

  std::vector<double> changes;
  for (int n = 0; n < 50; ++n) {
    const std::int64_t version = store::catalogue_version(database);
    teach(database,
          catalogue
              ->task(static_cast<store::TaskIndex>(static_cast<std::size_t>(n) * 7 % catalogue->task_count()))
              .id,
          n);
    began = now();
    catalogue = store::reload_catalogue(database, catalogue, version);
    finder = std::make_unique<store::Finder>(catalogue, *finder);
    changes.push_back(milliseconds_since(began));
    answers += ask(*finder, questions.front());
  }
  std::cout << "{\"load_ms\":" << load << ",\"build_ms\":" << build
            << ",\"median_us\":" << 1000 * share(took, 0.5) << ",\"p99_us\":" << 1000 * share(took, 0.99)
            << ",\"change_ms\":" << share(changes, 0.5) << ",\"peak_mb\":" << peak_mb()
            << ",\"answers\":" << answers << "}\n";
}
