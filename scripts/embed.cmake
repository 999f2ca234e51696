# Writes a C++ source with the texts of files: cmake -D LIST=… -D OUTPUT=… -D HEADER=… -D FUNCTION=…
# LIST names a file with one path a line. Texts become raw string literals, cut into pieces that
# every compiler takes.
file(STRINGS ${LIST} paths ENCODING UTF-8)
list(SORT paths)
set(body "")
foreach(path IN LISTS paths)
  if(path STREQUAL "")
    continue()
  endif()
  get_filename_component(name ${path} NAME)
  file(READ ${path} text)
  string(LENGTH "${text}" length)
  set(literals "")
  set(begin 0)
  while(begin LESS length)
    string(SUBSTRING "${text}" ${begin} 8000 piece)
    string(APPEND literals "R\"embed(${piece})embed\"\n")
    math(EXPR begin "${begin} + 8000")
  endwhile()
  string(APPEND body "      {\"${name}\", std::string_view(\n${literals})},\n")
endforeach()
file(WRITE ${OUTPUT}.tmp "#include \"${HEADER}\"

namespace dealgraph {

const std::vector<EmbeddedFile>& ${FUNCTION}() {
  static const std::vector<EmbeddedFile> kFiles{
${body}  };
  return kFiles;
}

}  // namespace dealgraph
")
file(RENAME ${OUTPUT}.tmp ${OUTPUT})
