// What Teams posts: any body is an activity or a sentence, and any activity becomes a turn. Of the JSON
// beneath, Boost's own tree is the judge.
#include "bot/activity/json_body.hpp"
#include "bot/activity/to_turn.hpp"
#include "tests/fuzz/target.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

namespace {

namespace json = boost::json;
using bot::activity::JsonValue;

bool same(const JsonValue& value, const json::value& tree) {
  if (const auto* text = value.if_text())
    return tree.is_string() && *text == std::string_view(tree.get_string().data(), tree.get_string().size());
  if (const auto* flag = std::get_if<bool>(&value.content()))
    return tree.is_bool() && tree.get_bool() == *flag;
  if (const auto* number = std::get_if<std::int64_t>(&value.content()))
    return tree.is_int64() && tree.get_int64() == *number;
  if (const auto* number = std::get_if<std::uint64_t>(&value.content()))
    return tree.is_uint64() && tree.get_uint64() == *number;
  if (const auto* number = std::get_if<double>(&value.content()))
    return tree.is_double() && tree.get_double() == *number;
  if (value.is_null()) return tree.is_null();
  std::size_t count = 0;
  if (value.is_array()) {
    if (!tree.is_array()) return false;
    const json::array& elements = tree.get_array();
    for (const JsonValue& element : value)
      if (count >= elements.size() || !same(element, elements[count++])) return false;
    return count == elements.size();
  }
  if (!tree.is_object()) return false;
  for (const auto& [name, member] : tree.get_object()) {
    const JsonValue* found = value.find({name.data(), name.size()});
    if (found == nullptr || !same(*found, member)) return false;
  }
  for (const JsonValue& member : value)  // of several with one name the tree has one
    if (!tree.get_object().contains({member.name().data(), member.name().size()})) return false;
  return true;
}

void compare_with_tree(std::string_view input) {
  bot::activity::JsonBody body;
  std::string error;
  const JsonValue* root = body.parse(input, bot::activity::depth_max, error);
  if (input.starts_with("\xEF\xBB\xBF")) input.remove_prefix(3);
  json::parse_options options;
  options.max_depth = bot::activity::depth_max;
  json::error_code failure;
  const json::value tree = json::parse({input.data(), input.size()}, failure, {}, options);
  const bool taken = !failure && tree.is_object();
  if (taken && root == nullptr) std::abort();
  if (taken && !same(*root, tree)) std::abort();
  // Only half surrogate pairs are mended.
  if (!taken && root != nullptr && input.find("\\u") == std::string_view::npos) std::abort();
}

void run(std::string_view input) {
  compare_with_tree(input);
  const auto parsed = bot::activity::parse_activity(input);
  if (parsed.activity.has_value() == !parsed.error.empty()) std::abort();  // one of them, never both
  if (!parsed.activity) return;
  const auto& activity = *parsed.activity;
  if (activity.type.empty() || activity.conversation.empty()) std::abort();
  bot::activity::kind_of(activity);
  const std::string key = bot::activity::delivery_key(activity);
  if (key != bot::activity::delivery_key(activity)) std::abort();
  for (const bool anonymous : {false, true})
    bot::activity::to_turn(bot::activity::Activity(activity),
                           store::Instant{std::chrono::seconds(1'774'000'000)}, anonymous);
}

const fuzz::Registration registration{"activity", run};

}  // namespace
