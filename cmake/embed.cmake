# Puts files of the repository into the program: indgang_embed(TARGET FOLDER PATTERN) makes the header
# "FOLDER/embedded.hpp" (under the build folder), with `std::span<const embedded::File> files()` in a namespace named after
# the folder: store/migrations -> store_migrations. So the program needs no files beside itself.
function(indgang_embed target folder pattern)
  file(GLOB inputs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/${pattern})
  list(FILTER inputs EXCLUDE REGEX "README\\.md$|\\.svg$")
  indgang_embed_files(${target} ${folder} ${inputs})
endfunction()

# The same for files that are named one by one; the build may make them.
function(indgang_embed_files target folder)
  set(inputs ${ARGN})
  string(REPLACE "/" "_" name ${folder})
  set(header ${CMAKE_BINARY_DIR}/embedded/${folder}/embedded.hpp)
  set(source ${CMAKE_BINARY_DIR}/embedded/${folder}/embedded.cpp)
  file(WRITE ${header}.new
       "#pragma once\n#include <span>\n#include <string_view>\n\nnamespace ${name} {\n"
       "struct File { std::string_view name; std::string_view bytes; };\n"
       "/// The files of ${folder}, sorted by name, as they were when the program was built.\n"
       "std::span<const File> files();\n}\n")
  file(COPY_FILE ${header}.new ${header} ONLY_IF_DIFFERENT)
  set(assembly "")
  set(externs "")
  set(rows "")
  set(index 0)
  foreach(input ${inputs})
    get_filename_component(file_name ${input} NAME)
    set(symbol "indgang_${name}_${index}")
    string(APPEND assembly "asm(\".section .rodata\\n.balign 16\\n.globl ${symbol}\\n${symbol}:\\n.incbin \\\"${input}\\\"\\n"
                           ".globl ${symbol}_end\\n${symbol}_end:\\n.byte 0\\n.previous\\n\");\n")
    string(APPEND externs "extern const char ${symbol}[];\nextern const char ${symbol}_end[];\n")
    string(APPEND rows "      {\"${file_name}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  file(WRITE ${source}.new
       "#include \"${folder}/embedded.hpp\"\n#include <vector>\n\n${assembly}\nextern \"C\" {\n${externs}}\n\nnamespace ${name} {\n"
       "std::span<const File> files() {\n  static const std::vector<File> all{\n${rows}  };\n  return all;\n}\n}\n")
  file(COPY_FILE ${source}.new ${source} ONLY_IF_DIFFERENT)
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS "${inputs}")
  target_sources(${target} PRIVATE ${source})
endfunction()
