// Settings from a TOML file and from the environment, with a sentence for each fault.
#include "config/settings.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <sys/stat.h>

namespace config {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t secret_bytes_max = 4096;

/// Keys whose value is a path.
bool is_path(const Key& key) {
  return key.name == "certificate" || key.name == "key" || key.name == "secret_file" ||
         key.name == "ca_file" || (key.section == "database" && key.name == "file");
}

const Key* find_key(std::string_view section, std::string_view name) {
  const auto found = std::find_if(keys().begin(), keys().end(),
                                  [&](const Key& key) { return key.section == section && key.name == name; });
  return found == keys().end() ? nullptr : &*found;
}

std::string join_keys(std::string_view section) {
  std::string list;
  for (const Key& key : keys())
    if (key.section == section) list += (list.empty() ? "" : ", ") + std::string(key.name);
  return list;
}

std::string join_sections() {
  std::string list;
  std::string_view last;
  for (const Key& key : keys())
    if (key.section != last) {
      list += (list.empty() ? "" : ", ") + std::string(key.section);
      last = key.section;
    }
  return list;
}

std::string place(const fs::path& file, const toml::source_region& region) {
  return file.string() + ":" + std::to_string(region.begin.line) + ":" + std::to_string(region.begin.column);
}

std::string in_folder(const fs::path& folder, const std::string& path) {
  return path.empty() || fs::path(path).is_absolute() ? path : (folder / path).string();
}

void set_from_toml(Settings& settings, const Key& key, const toml::node& node, const fs::path& file) {
  const auto fail = [&](const char* what) {
    throw SettingsError(place(file, node.source()) + ": " + key.dotted() + " must be " + what + ".");
  };
  if (const auto* text = std::get_if<std::string Settings::*>(&key.target)) {
    const auto value = node.value_exact<std::string>();
    if (!value) fail("a text in quotes");
    settings.** text = is_path(key) ? in_folder(file.parent_path(), *value) : *value;
  } else if (const auto* number = std::get_if<int Settings::*>(&key.target)) {
    const auto value = node.value_exact<std::int64_t>();
    if (!value || *value < 0 || *value > 1'000'000) fail("a whole number");
    settings.** number = static_cast<int>(*value);
  } else if (const auto* flag = std::get_if<bool Settings::*>(&key.target)) {
    const auto value = node.value_exact<bool>();
    if (!value) fail("true or false");
    settings.** flag = *value;
  } else {
    const toml::array* array = node.as_array();
    if (!array ||
        !std::all_of(array->begin(), array->end(), [](const toml::node& e) { return e.is_string(); }))
      fail("a list of texts, e.g. [\"one\", \"two\"]");
    auto& list = settings.*std::get<std::vector<std::string> Settings::*>(key.target);
    list.clear();
    for (const toml::node& entry : *array) list.push_back(*entry.value<std::string>());
  }
}

void read_file(Settings& settings, const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::error_code error;
  if (!stream || !fs::is_regular_file(file, error))
    throw SettingsError("The settings file " + file.string() +
                        " cannot be read. Name an existing file with --settings, and let this user read it.");
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  toml::table table;
  try {
    table = toml::parse(text);
  } catch (const toml::parse_error& error) {
    throw SettingsError(place(file, error.source()) + ": " + std::string(error.description()) +
                        ". Correct the line; texts need quotes.");
  }
  for (const auto& [section_name, node] : table) {
    const std::string_view section = section_name.str();
    const toml::table* entries = node.as_table();
    if (join_keys(section).empty() || !entries)
      throw SettingsError(place(file, node.source()) + ": there is no section [" + std::string(section) +
                          "]. The sections are: " + join_sections() + ".");
    for (const auto& [name, value] : *entries) {
      const Key* key = find_key(section, name.str());
      if (!key) {
        const bool is_secret = section == "bot" && name.str() == "secret";
        throw SettingsError(place(file, value.source()) + ": there is no key " + std::string(section) + "." +
                            std::string(name.str()) +
                            (is_secret
                                 ? ". Put the secret into a file of its own and name it in bot.secret_file."
                                 : ". The keys of this section are: " + join_keys(section) + "."));
      }
      set_from_toml(settings, *key, value, file);
    }
  }
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> list;
  while (!text.empty()) {
    const auto comma = std::min(text.find(','), text.size());
    std::string_view item = text.substr(0, comma);
    while (item.starts_with(' ')) item.remove_prefix(1);
    while (item.ends_with(' ')) item.remove_suffix(1);
    if (!item.empty()) list.emplace_back(item);
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return list;
}

void set_from_text(Settings& settings, const Key& key, const std::string& value) {
  const auto fail = [&](const char* what) {
    throw SettingsError("The variable " + key.variable() + " must be " + what + ".");
  };
  if (const auto* text = std::get_if<std::string Settings::*>(&key.target)) {
    settings.** text = value;
  } else if (const auto* number = std::get_if<int Settings::*>(&key.target)) {
    int parsed = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    if (error != std::errc{} || end != value.data() + value.size() || parsed < 0) fail("a whole number");
    settings.** number = parsed;
  } else if (const auto* flag = std::get_if<bool Settings::*>(&key.target)) {
    if (value != "true" && value != "false") fail("true or false");
    settings.** flag = value == "true";
  } else {
    settings.*std::get<std::vector<std::string> Settings::*>(key.target) = split_list(value);
  }
}

void read_environment(Settings& settings, const Environment& environment) {
  for (const auto& entry : environment) {
    const std::string& name = entry.first;
    const std::string& value = entry.second;
    if (!name.starts_with("INDGANG_") || name == "INDGANG_BOT_SECRET") continue;
    const auto key =
        std::find_if(keys().begin(), keys().end(), [&](const Key& k) { return k.variable() == name; });
    if (key != keys().end()) {
      set_from_text(settings, *key, value);
      continue;
    }
    const auto section = std::find_if(keys().begin(), keys().end(), [&](const Key& k) {
      return name.starts_with(k.variable().substr(0, sizeof("INDGANG_") + k.section.size()));
    });
    if (section != keys().end())
      throw SettingsError("The variable " + name + " is no setting. The keys of [" +
                          std::string(section->section) + "] are: " + join_keys(section->section) + ".");
    settings.notes.push_back("The variable " + name +
                             " is no setting and is ignored. The sections are: " + join_sections() + ".");
  }
}

std::string read_secret_file(const std::string& file, std::vector<std::string>& notes) {
  std::ifstream stream(file, std::ios::binary);
  std::error_code error;
  if (!stream || !fs::is_regular_file(file, error))
    throw SettingsError("bot.secret_file: " + file +
                        " cannot be read. Write the client secret into that file and let this user read it.");
  if (fs::file_size(file, error) > secret_bytes_max)
    throw SettingsError("bot.secret_file: " + file +
                        " is too large. It must hold the client secret and nothing else.");
  std::string secret{std::istreambuf_iterator<char>(stream), {}};
  while (!secret.empty() && (secret.back() == '\n' || secret.back() == '\r' || secret.back() == ' '))
    secret.pop_back();
  if (secret.empty())
    throw SettingsError("bot.secret_file: " + file + " is empty. Write the client secret into it.");
  if (std::any_of(secret.begin(), secret.end(), [](unsigned char c) { return c <= ' ' || c == 0x7f; }))
    throw SettingsError("bot.secret_file: " + file +
                        " holds spaces or several lines. It must hold the client secret and nothing else.");
  struct stat status {};
  if (::stat(file.c_str(), &status) == 0 && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    notes.push_back("bot.secret_file: others than its owner can read " + file + ". Remedy: chmod 600 " +
                    file + ".");
  return secret;
}

}  // namespace

Settings load_settings(const fs::path& file, const Environment& environment) {
  Settings settings;
  if (!file.empty()) read_file(settings, file);
  read_environment(settings, environment);
  if (const auto direct = environment.find("INDGANG_BOT_SECRET");
      direct != environment.end() && !direct->second.empty())
    settings.secret = Secret(direct->second);
  else if (!settings.bot_secret_file.empty())
    settings.secret = Secret(read_secret_file(settings.bot_secret_file, settings.notes));
  check_settings(settings);
  return settings;
}

}  // namespace config
