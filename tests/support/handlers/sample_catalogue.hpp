#pragma once
// A small catalogue with every case that an answer knows: plain, absent with and without stand-in, vacant,
// stale, several hands, contact point, and words that want to be markdown.
#include "handlers/sections.hpp"
#include "store/catalogue.hpp"
#include "store/search/finder.hpp"

#include <map>
#include <memory>
#include <string>

namespace tests {

/// 25 March 2026, 10:00 in Copenhagen.
inline constexpr store::Instant frozen_now{std::chrono::seconds{1774429200}};
store::Day frozen_today();

class SampleCatalogue {
 public:
  SampleCatalogue();

  const store::Finder& finder() const { return *finder_; }
  const store::Catalogue& catalogue() const { return finder_->catalogue(); }
  /// By title and name as in the .cpp; fails the test if there is none.
  store::TaskIndex task(const std::string& title) const { return tasks_.at(title); }
  store::PersonIndex person(const std::string& name) const { return people_.at(name); }

  handlers::Policy policy;
  handlers::Context context(handlers::Language language = handlers::Language::danish) const;

 private:
  std::map<std::string, store::TaskIndex> tasks_;
  std::map<std::string, store::PersonIndex> people_;
  std::unique_ptr<store::Finder> finder_;
};

}  // namespace tests
