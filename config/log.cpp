#include "config/log.hpp"

#include <nlohmann/json.hpp>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace config {
namespace {

spdlog::logger& logger() {
  static const auto instance = [] {
    auto made =
        std::make_shared<spdlog::logger>("indgang", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_formatter(std::make_unique<spdlog::pattern_formatter>("{\"time\":\"%Y-%m-%dT%H:%M:%S.%eZ\",%v}",
                                                                    spdlog::pattern_time_type::utc));
    return made;
  }();
  return *instance;
}

spdlog::level::level_enum spdlog_level(Level level) {
  switch (level) {
    case Level::debug:
      return spdlog::level::debug;
    case Level::info:
      return spdlog::level::info;
    case Level::warn:
      return spdlog::level::warn;
    case Level::error:
      return spdlog::level::err;
  }
  return spdlog::level::err;
}

std::string_view name_of(Level level) {
  switch (level) {
    case Level::debug:
      return "debug";
    case Level::info:
      return "info";
    case Level::warn:
      return "warn";
    case Level::error:
      return "error";
  }
  return "error";
}

/// True for text that stands in JSON as it is; nearly all of ours.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
}

void append(std::string& line, std::string_view text) {
  if (is_plain(text)) {
    line.append(1, '"').append(text).append(1, '"');
    return;
  }
  using nlohmann::json;
  line += json(text).dump(-1, ' ', true, json::error_handler_t::replace);
}

void append(std::string& line, const LogValue& value) {
  std::visit(
      [&](const auto& v) {
        using Value = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<Value, std::string_view>)
          append(line, v);
        else if constexpr (std::is_same_v<Value, bool>)
          line += v ? "true" : "false";
        else if constexpr (std::is_same_v<Value, std::int64_t>)
          line += std::to_string(v);
        else
          line += nlohmann::json(v).dump();
      },
      value);
}

}  // namespace

void set_log_level(std::string_view level) {
  logger().set_level(level == "debug"  ? spdlog::level::debug
                     : level == "info" ? spdlog::level::info
                     : level == "warn" ? spdlog::level::warn
                                       : spdlog::level::err);
}

void log(Level level, std::string_view event, std::initializer_list<LogField> fields) {
  if (!logger().should_log(spdlog_level(level))) return;
  std::string line = "\"level\":\"" + std::string(name_of(level)) + "\",\"event\":";
  append(line, event);
  for (const LogField& field : fields) {
    line += ',';
    append(line, field.name);
    line += ':';
    append(line, field.value);
  }
  logger().log(spdlog_level(level), spdlog::string_view_t(line.data(), line.size()));
}

}  // namespace config
