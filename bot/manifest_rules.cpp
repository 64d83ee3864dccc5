// The rules of the Teams app manifest schema that our manifest can break ("App manifest schema", Microsoft
// Teams).
#include "bot/app_package.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <regex>

namespace bot {
namespace {

using json = nlohmann::ordered_json;

/// Teams counts characters, not bytes.
std::size_t length(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0) != 0x80; }));
}

class Rules {
 public:
  explicit Rules(const json& manifest) : manifest_(manifest) {}

  void text(const char* pointer, std::size_t longest) {
    const std::string value = get(pointer);
    if (value.empty())
      add(pointer, "is missing");
    else if (length(value) > longest)
      add(pointer, "has " + std::to_string(length(value)) + " characters, " + std::to_string(longest) +
                       " are allowed");
  }

  void matches(const char* pointer, const char* pattern, const char* what) {
    if (!std::regex_match(get(pointer), std::regex(pattern))) add(pointer, std::string("must be ") + what);
  }

  void entries(const char* pointer, std::size_t most) {
    const json list = manifest_.value(json::json_pointer(pointer), json());
    if (!list.is_array() || list.empty() || list.size() > most)
      add(pointer, "must have 1 to " + std::to_string(most) + " entries");
  }

  std::vector<std::string> problems;

 private:
  std::string get(const char* pointer) const {
    const json value = manifest_.value(json::json_pointer(pointer), json());
    return value.is_string() ? value.get<std::string>() : std::string();
  }
  void add(const char* pointer, const std::string& what) {
    problems.push_back(std::string(pointer) + " " + what);
  }

  const json& manifest_;
};

constexpr const char* guid = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
constexpr const char* https_url = "[Hh][Tt][Tt][Pp][Ss]://[^/\\s]+.*";

void check_commands(const json& manifest, Rules& rules) {
  rules.entries("/bots/0/commandLists", 3);
  const json lists = manifest.value("/bots/0/commandLists"_json_pointer, json::array());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const std::string list = "/bots/0/commandLists/" + std::to_string(i);
    rules.entries((list + "/scopes").c_str(), 3);
    rules.entries((list + "/commands").c_str(), 12);
    for (std::size_t k = 0; k < lists[i].value("commands", json::array()).size(); ++k) {
      const std::string command = list + "/commands/" + std::to_string(k);
      rules.text((command + "/title").c_str(), 128);
      rules.text((command + "/description").c_str(), 4000);
    }
  }
}

}  // namespace

std::vector<std::string> manifest_problems(const json& manifest) {
  Rules rules(manifest);
  rules.matches("/manifestVersion", "1\\.[0-9]+", "a schema version");
  rules.matches("/version", "(0|[1-9]\\d{0,9})(\\.(0|[1-9]\\d{0,9})){2}", "three numbers such as 1.0.0");
  rules.matches("/id", guid, "a GUID");
  rules.text("/developer/name", 32);
  for (const char* url : {"/developer/websiteUrl", "/developer/privacyUrl", "/developer/termsOfUseUrl"}) {
    rules.matches(url, https_url, "an https address");
    rules.text(url, 2048);
  }
  rules.text("/name/short", 30);
  rules.text("/name/full", 100);
  rules.text("/description/short", 80);
  rules.text("/description/full", 4000);
  rules.text("/icons/color", 2048);
  rules.text("/icons/outline", 2048);
  rules.matches("/accentColor", "#[0-9a-fA-F]{6}", "a colour such as #0B5351");
  rules.entries("/bots", 1);
  rules.matches("/bots/0/botId", guid, "a GUID");
  rules.entries("/bots/0/scopes", 4);
  check_commands(manifest, rules);
  return std::move(rules.problems);
}

std::vector<std::string> language_problems(const json& manifest, const json& texts) {
  std::vector<std::string> problems;
  for (const auto& [key, value] : texts.items()) {
    if (key == "$schema") continue;
    // bots[0].commandLists[1].title -> /bots/0/commandLists/1/title
    std::string pointer = "/" + std::regex_replace(key, std::regex("\\[(\\d+)\\]"), "/$1");
    std::replace(pointer.begin(), pointer.end(), '.', '/');
    const json::json_pointer place(pointer);
    if (!manifest.contains(place) || !manifest.at(place).is_string())
      problems.push_back(key + " is nothing in the manifest");
    if (!value.is_string() || value.get<std::string>().empty()) problems.push_back(key + " is empty");
  }
  for (const char* key : {"name.short", "name.full", "description.short", "description.full"})
    if (!texts.contains(key)) problems.push_back(std::string(key) + " is missing");
  return problems;
}

}  // namespace bot
