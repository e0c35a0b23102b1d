# vz_module(NAME [INCLUDES mod...] [LINKS lib...])
# One static library vz_NAME from src/NAME and the headers in include/vorzimmer/NAME. INCLUDES are modules whose
# headers it may use, LINKS the libraries that are its business alone. A test holds both to docs/architecture.md.
function(vz_module name)
  cmake_parse_arguments(arg "" "" "INCLUDES;LINKS;PUBLIC_LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS
    ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp
    ${PROJECT_SOURCE_DIR}/src/${name}/*.h
    ${PROJECT_SOURCE_DIR}/include/vorzimmer/${name}/*.h)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  set(has_code ${sources})
  list(FILTER has_code INCLUDE REGEX "\\.cpp$")
  add_library(vz_${name} STATIC ${sources})
  set_target_properties(vz_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(vz_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include PRIVATE ${PROJECT_SOURCE_DIR}/src/${name})
  target_link_libraries(vz_${name} PUBLIC Qt6::Core tl::expected PRIVATE vz_flags)
  foreach(module IN LISTS arg_INCLUDES)
    target_link_libraries(vz_${name} PUBLIC vz_${module})
  endforeach()
  target_link_libraries(vz_${name} PUBLIC ${arg_PUBLIC_LINKS} PRIVATE ${arg_LINKS})
  target_precompile_headers(vz_${name} PRIVATE <QObject> <QString> <QDateTime> <QUuid> <functional> <memory> <optional> <vector> <tl/expected.hpp>)
endfunction()
