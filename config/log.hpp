#pragma once
// One JSON object a line on standard error: time, level, event, then the event's own fields. Ids, counts and
// machine words only: never what people wrote, no names, no tokens, no secrets.
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace config {

enum class Level { debug, info, warn, error };

using LogValue = std::variant<std::string_view, std::int64_t, double, bool>;

/// A field of a log line.
struct LogField {
  std::string_view name;
  LogValue value;

  LogField(std::string_view n, std::string_view v) : name(n), value(v) {}
  LogField(std::string_view n, const char* v) : name(n), value(std::string_view(v)) {}
  LogField(std::string_view n, const std::string& v) : name(n), value(std::string_view(v)) {}
  LogField(std::string_view n, bool v) : name(n), value(v) {}
  LogField(std::string_view n, double v) : name(n), value(v) {}
  template <class Integer>
  requires std::is_integral_v<Integer> LogField(std::string_view n, Integer v)
      : name(n), value(static_cast<std::int64_t>(v)) {}
};

/// Lines below the level are dropped. "debug", "info", "warn" or "error". Not to be called while others log.
void set_log_level(std::string_view level);

/// Writes one line. Thread-safe. Control characters and invalid UTF-8 in values are escaped, so a value
/// cannot forge a line.
void log(Level level, std::string_view event, std::initializer_list<LogField> fields = {});

/// What this thread logs while it lives is written at its end, so that many turns pay for one write. A
/// warning or an error, and whatever came before it, is written at once. A crash takes the lines along that
/// were gathered, so it may live for as long only as it takes to tell what is done already.
class LogTogether {
 public:
  LogTogether();
  ~LogTogether();
  LogTogether(const LogTogether&) = delete;
  LogTogether& operator=(const LogTogether&) = delete;

 private:
  friend void log(Level, std::string_view, std::initializer_list<LogField>);
  static void write_gathered();

  std::string lines_;
  std::string* outer_;
};

}  // namespace config
