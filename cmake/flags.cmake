# The one place that decides how this project's own code is compiled. Every target links it privately.
add_library(vz_flags INTERFACE)
target_compile_options(vz_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  # Who builds only the program must not be stopped by what another compiler warns of.
  $<$<BOOL:${VORZIMMER_TESTS}>:-Werror>
  -fno-omit-frame-pointer
  # GCC 12 takes what std::optional and std::function hold for uninitialised memory, with other false alarms at each level of
  # optimisation.
  -Wno-maybe-uninitialized)
target_compile_definitions(vz_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400
  QT_MESSAGELOGCONTEXT
  VORZIMMER_VERSION="${PROJECT_VERSION}")

if(VORZIMMER_SANITIZE)
  list(JOIN VORZIMMER_SANITIZE "," vz_sanitizers)
  add_compile_options(-fsanitize=${vz_sanitizers} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${vz_sanitizers})
endif()
