# `update_translations` finds texts that are new in the sources; the test translations_complete fails while one of them has no
# German.
set(vz_lupdate_arguments -silent -locations none -no-ui-lines -source-language en -I ${PROJECT_SOURCE_DIR}/include
  ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/ui)
set_property(GLOBAL PROPERTY vz_lupdate_arguments "${vz_lupdate_arguments}")
add_custom_target(update_translations
  COMMAND Qt6::lupdate -no-obsolete ${vz_lupdate_arguments} -target-language de
          -ts ${PROJECT_SOURCE_DIR}/resources/translations/vorzimmer_de.ts
  COMMAND Qt6::lupdate -no-obsolete -pluralonly ${vz_lupdate_arguments} -target-language en
          -ts ${PROJECT_SOURCE_DIR}/resources/translations/vorzimmer_en.ts
  COMMENT "Finding texts to translate" VERBATIM)
