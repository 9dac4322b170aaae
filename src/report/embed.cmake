# Writes the files STYLE and SCRIPT as a C source, OUT.
file(WRITE ${OUT} "/* Made by embed.cmake. */\n#include \"report/asset.h\"\n")
foreach(name style script)
  string(TOUPPER ${name} variable)
  file(READ ${${variable}} bytes HEX)
  string(LENGTH "${bytes}" length)
  math(EXPR length "${length} / 2")
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  string(REGEX REPLACE "(............................................................)"
    "\\1\n" bytes "${bytes}")
  file(APPEND ${OUT} "const char att_asset_${name}[] = {\n${bytes}\n};\n"
    "const size_t att_asset_${name}_length = ${length};\n")
endforeach()
