#include "CHiredis.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

// hiredis does not export its functions, so they are taken from a reader that it made.
static const redisReplyObjectFunctions *plain;
static redisReplyObjectFunctions checked;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *checked_string(const redisReadTask *task, char *text, size_t length) {
    // Statuses and errors were cut at their line end; behind a bulk string the reader has two bytes more.
    if (task->type == REDIS_REPLY_STRING && (text[length] != '\r' || text[length + 1] != '\n')) {
        *(int *)task->privdata = 1;
        return NULL;
    }
    return plain->createString(task, text, length);
}

static void prepare(void) {
    redisReader *sample = redisReaderCreate();
    if (sample == NULL) return;
    plain = sample->fn;
    checked = *plain;
    checked.createString = checked_string;
    redisReaderFree(sample);
}

redisReader *larder_reply_reader(int *is_damaged) {
    pthread_once(&once, prepare);
    redisReader *reader = plain == NULL ? NULL : redisReaderCreateWithFunctions(&checked);
    if (reader != NULL) reader->privdata = is_damaged;
    return reader;
}

int larder_stream_socket(int family) {
    int descriptor = socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor >= 0) {
        int on = 1;
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    }
    return descriptor;
}

int larder_event_open(void) {
    return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

void larder_event_raise(int descriptor) {
    uint64_t one = 1;
    ssize_t written = write(descriptor, &one, sizeof one);
    (void)written;  // the counter can only be full when it was raised before
}
