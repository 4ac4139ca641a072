#include "CNcurses.h"

#include <langinfo.h>
#include <locale.h>
#include <pthread.h>
#include <string.h>
#include <wchar.h>

// Every process starts in the "C" locale, in which wcwidth answers -1 for all that is not ASCII; whoever called
// setlocale first would decide what everybody else sees. So it is done exactly once, before the first use.

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool environment_is_utf8;

static bool is_utf8(void) {
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static void use_utf8(void) {
    environment_is_utf8 = setlocale(LC_CTYPE, "") != NULL && is_utf8();
    if (!environment_is_utf8) setlocale(LC_CTYPE, "C.UTF-8");
}

bool larder_use_utf8_locale(void) {
    pthread_once(&once, use_utf8);
    return environment_is_utf8;
}

int larder_wcwidth(uint32_t scalar) {
    larder_use_utf8_locale();
    return wcwidth((wchar_t)scalar);
}
