#include "config/log.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <utility>

namespace config {
namespace {

// A pipe takes so much in one piece, whoever else writes into it (POSIX: PIPE_BUF).
constexpr std::size_t bytes_together_max = 4096;

Level lowest = Level::info;
thread_local std::string* gathered = nullptr;

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

/// One call for whole lines: standard error has no buffer, so it is one write, and none gets in between.
void write_out(std::string_view lines) {
  std::fwrite(lines.data(), 1, lines.size(), stderr);
}

/// "2026-03-25T08:00:00.123Z"; all but the milliseconds is made anew once a second.
void append_time(std::string& line) {
  using namespace std::chrono;
  thread_local std::time_t second = -1;
  thread_local char text[sizeof("2026-03-25T08:00:00.")];
  const auto now = system_clock::now().time_since_epoch();
  const std::time_t seconds_now = duration_cast<seconds>(now).count();
  if (seconds_now != second) {
    std::tm parts{};
    ::gmtime_r(&seconds_now, &parts);
    std::strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%S.", &parts);
    second = seconds_now;
  }
  const std::string milliseconds =
      std::to_string(1000 + duration_cast<std::chrono::milliseconds>(now).count() % 1000);
  line.append(text).append(milliseconds, 1).append(1, 'Z');
}

/// True for text that stands in JSON as it is; nearly all of ours.
bool is_plain(std::string_view text) {
  bool plain = true;
  for (const char c : text) plain &= c >= ' ' && c <= '~' && c != '"' && c != '\\';
  return plain;
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
  lowest = level == "debug"  ? Level::debug
           : level == "info" ? Level::info
           : level == "warn" ? Level::warn
                             : Level::error;
}

void log(Level level, std::string_view event, std::initializer_list<LogField> fields) {
  if (level < lowest) return;
  std::string line;
  line.reserve(256);
  line += R"({"time":")";
  append_time(line);
  line.append(R"(","level":")").append(name_of(level)).append(R"(","event":)");
  append(line, event);
  for (const LogField& field : fields) {
    line += ',';
    append(line, field.name);
    line += ':';
    append(line, field.value);
  }
  line += "}\n";
  if (gathered == nullptr) return write_out(line);
  if (gathered->size() + line.size() > bytes_together_max) LogTogether::write_gathered();
  *gathered += line;
  if (level >= Level::warn) LogTogether::write_gathered();
}

LogTogether::LogTogether() : outer_(std::exchange(gathered, &lines_)) {}

LogTogether::~LogTogether() {
  write_gathered();
  gathered = outer_;
}

void LogTogether::write_gathered() {
  if (!gathered->empty()) write_out(*gathered);
  gathered->clear();
}

}  // namespace config
