# To be sourced: `say CHINESE ENGLISH` prints the one that the locale asks for, as the program chooses its language.
say() {
  local locale=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
  case $locale in
    '' | C* | POSIX | zh*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$2" ;;
  esac
}
