#include "store/kle.hpp"

#include "store/detail/connection.hpp"
#include "store/detail/lists.hpp"

namespace store {

namespace {

constexpr char topics_in_use[] = "SELECT number, title, keywords FROM kle_topics WHERE retired = 0";

}  // namespace

KleTexts::KleTexts(Database& database) {
  detail::Query query(database.connection(), topics_in_use);
  while (query.step()) topics_.emplace(query.text(0), Topic{query.text(1), query.text(2)});
}

KleTexts::Texts KleTexts::of(std::string_view numbers) {
  titles_.clear();
  keywords_.clear();
  if (topics_.empty()) return {};
  detail::for_each_item(numbers, [&](std::string_view item) {
    number_ = item;
    const auto topic = topics_.find(number_);
    if (topic == topics_.end()) return;
    detail::append_item(titles_, topic->second.title);
    detail::append_item(keywords_, topic->second.keywords);
  });
  return {titles_, keywords_};
}

}  // namespace store
