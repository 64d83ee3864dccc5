#include "bot/app_package.hpp"

#include "config/app_package/embedded.hpp"

#include <nlohmann/json.hpp>
#include <zip.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace bot {
namespace {

struct SourceFree {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

[[noreturn]] void fail() {
  throw std::runtime_error("The app package could not be written into memory.");
}

/// The bytes must live until the archive is closed: libzip reads them only then.
void add(zip_t* archive, const char* name, std::string_view bytes) {
  zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  if (source == nullptr) fail();
  const zip_int64_t index = zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail();
  }
  // A fixed time (1 January 2026) makes equal packages equal byte by byte.
  zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, (46 << 9) | (1 << 5) | 1, 0);
}

std::string_view icon(std::string_view name) {
  for (const auto& file : config_app_package::files())
    if (file.name == name) return file.bytes;
  throw std::logic_error("an icon is not part of the program");
}

std::string zipped(const std::string& manifest, const std::string& english) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, SourceFree> buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!buffer) fail();
  zip_t* archive = zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error);
  if (archive == nullptr) fail();
  zip_source_keep(buffer.get());  // closing the archive gives one reference away
  try {
    add(archive, "manifest.json", manifest);
    add(archive, "en.json", english);
    add(archive, "color.png", icon("color.png"));
    add(archive, "outline.png", icon("outline.png"));
  } catch (...) {
    zip_discard(archive);
    throw;
  }
  if (zip_close(archive) != 0) {
    zip_discard(archive);
    fail();
  }
  if (zip_source_open(buffer.get()) != 0) fail();
  std::string bytes;
  std::array<char, 4096> part{};
  for (zip_int64_t n = 0; (n = zip_source_read(buffer.get(), part.data(), part.size())) > 0;)
    bytes.append(part.data(), static_cast<std::size_t>(n));
  zip_source_close(buffer.get());
  return bytes;
}

}  // namespace

std::string make_package(const PackageFacts& facts) {
  const auto manifest = make_manifest(facts);
  const auto english = make_english_texts(facts);
  std::string problems;
  for (const std::string& problem : manifest_problems(manifest))
    problems += (problems.empty() ? "" : "; ") + problem;
  for (const std::string& problem : language_problems(manifest, english))
    problems += (problems.empty() ? "" : "; ") + problem;
  if (!problems.empty())
    throw std::runtime_error("The manifest would be refused by Teams: " + problems +
                             ". Correct [package] in the settings.");
  return zipped(manifest.dump(2) + "\n", english.dump(2) + "\n");
}

}  // namespace bot
