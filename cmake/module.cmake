# module(benefit USES policy facts money base LIBS yaml-cpp)
#   makes the library yidan_benefit of every source in src/benefit, and benefit_test of every *_test.cpp beside them.
# module(cli PROGRAM yidan USES exchange ...)
#   makes the executable `yidan` of src/cli; main.cpp is its entry, the rest can be tested like any module.
# module(store PARTS 2 USES ...)
#   runs its tests, which take long, in two parts beside each other.
# USES is what may be included and what is linked; tools/check_layers.py reads the same line.

include(CheckLinkerFlag)

# Every target of ours compiles with these: warnings are errors, headers are named from src ("money/money.h").
add_library(yidan_house INTERFACE)
target_include_directories(yidan_house INTERFACE "${PROJECT_SOURCE_DIR}/src")
target_compile_options(yidan_house INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wno-missing-field-initializers -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(yidan_house INTERFACE -Wno-restrict)  # GCC 12 sees overlaps in string sums that are not there
endif()

if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_compile_options(yidan_house INTERFACE -Wno-deprecated-declarations)  # of libstdc++ 12's own stable_sort
endif()

# A faster linker where there is one. Link-time optimisation needs the compiler's own.
if(NOT CMAKE_INTERPROCEDURAL_OPTIMIZATION)
  foreach(linker mold lld)
    check_linker_flag(CXX -fuse-ld=${linker} YIDAN_HAS_${linker})
    if(YIDAN_HAS_${linker})
      add_link_options(-fuse-ld=${linker})
      break()
    endif()
  endforeach()
endif()

# The standard library is half the work of compiling a source of ours: outside the release build, which thereby still
# finds a forgotten include, it is compiled once.
if(YIDAN_PRECOMPILED)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")  # of a precompiled header GCC forgets that it is the system's, and warns
    target_compile_options(yidan_house INTERFACE -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
  endif()
  file(CONFIGURE OUTPUT standard.cpp CONTENT "")
  add_library(yidan_standard OBJECT "${CMAKE_CURRENT_BINARY_DIR}/standard.cpp")
  target_link_libraries(yidan_standard PRIVATE yidan_house)
  target_precompile_headers(yidan_standard PRIVATE
    <algorithm> <array> <atomic> <charconv> <chrono> <expected> <filesystem> <fstream> <functional> <map> <memory>
    <mutex> <optional> <set> <span> <string> <string_view> <thread> <tuple> <unordered_map> <utility> <variant>
    <vector>)
endif()

function(module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "PROGRAM;PARTS" "USES;LIBS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "module(${name}): ${arg_UNPARSED_ARGUMENTS} stands before USES or LIBS")
  endif()
  list(TRANSFORM arg_USES PREPEND yidan_ OUTPUT_VARIABLE used)

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  set(entry "${CMAKE_CURRENT_SOURCE_DIR}/main.cpp")
  if(arg_PROGRAM)
    list(REMOVE_ITEM sources "${entry}")
  endif()

  if(NOT sources)  # headers alone
    add_library(yidan_${name} INTERFACE)
    target_link_libraries(yidan_${name} INTERFACE yidan_house ${used} ${arg_LIBS})
  else()
    if(arg_PROGRAM)
      add_library(yidan_${name} OBJECT ${sources})
      target_compile_definitions(yidan_${name} PRIVATE YIDAN_VERSION="${PROJECT_VERSION}")
    else()
      add_library(yidan_${name} STATIC ${sources})
    endif()
    target_link_libraries(yidan_${name} PUBLIC yidan_house ${used} ${arg_LIBS})
    if(YIDAN_PRECOMPILED)
      target_precompile_headers(yidan_${name} REUSE_FROM yidan_standard)
    endif()
  endif()

  if(arg_PROGRAM AND EXISTS "${entry}")
    add_executable(${arg_PROGRAM} "${entry}")
    target_compile_definitions(${arg_PROGRAM} PRIVATE YIDAN_VERSION="${PROJECT_VERSION}")
    target_link_libraries(${arg_PROGRAM} PRIVATE yidan_${name})
  endif()
  if(YIDAN_TESTS AND tests)
    test_program(${name}_test PARTS "${arg_PARTS}" SOURCES ${tests} LIBS yidan_${name})
  endif()
endfunction()

# GoogleTest is half the work of compiling a test: it is compiled once, for all of them. Sources of the product go
# without, so that none gets what it forgot to include.
if(YIDAN_TESTS)
  file(CONFIGURE OUTPUT precompiled.cpp CONTENT "")
  add_library(yidan_precompiled OBJECT "${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp")
  target_link_libraries(yidan_precompiled PRIVATE yidan_house GTest::gmock_main)
  target_precompile_headers(yidan_precompiled PRIVATE <gmock/gmock.h> <gtest/gtest.h>)
endif()

# test_program(name [PARTS n] SOURCES ... LIBS ...): a GoogleTest executable that ctest runs whole, a slow one in n
# parts beside each other and before the quick ones. Each run leaves a report, from which ./test counts the tests.
function(test_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "PARTS" "SOURCES;LIBS")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE yidan_house ${arg_LIBS} yidan_testing GTest::gmock_main)
  target_precompile_headers(${name} REUSE_FROM yidan_precompiled)
  # What GoogleTest makes of a test costs more than reading its headers: large pieces save little, and who changes one
  # test waits for all of its piece.
  set_target_properties(${name} PROPERTIES UNITY_BUILD_BATCH_SIZE 6)
  if(NOT arg_PARTS)
    test_run(${name} ${name} "")
    return()
  endif()
  foreach(part RANGE 1 ${arg_PARTS})
    math(EXPR index "${part} - 1")
    test_run(${name}_${part} ${name} "GTEST_TOTAL_SHARDS=${arg_PARTS};GTEST_SHARD_INDEX=${index};")
    set_tests_properties(${name}_${part} PROPERTIES COST 10)
  endforeach()
endfunction()

# A sanitizer slows a program down by a factor; the limit is for one that hangs.
function(test_run run program environment)
  add_test(NAME ${run} COMMAND ${program} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${run} PROPERTIES
    TIMEOUT ${YIDAN_TEST_SECONDS}
    ENVIRONMENT "${environment}GTEST_OUTPUT=xml:${PROJECT_BINARY_DIR}/reports/${run}.xml")
endfunction()
