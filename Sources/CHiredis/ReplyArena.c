#include "CHiredis.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

// Blocks of memory, the newest first. All but one are given back when the reply has been looked at.
struct block {
    struct block *older;
    size_t size;
    size_t used;
    _Alignas(max_align_t) char bytes[];
};

struct larder_reply_arena {
    struct block *newest;
    bool is_damaged;
};

enum { FIRST_BLOCK = 32 << 10, KEPT_BLOCK = 1 << 20 };

static struct block *new_block(size_t size, struct block *older) {
    struct block *block = malloc(sizeof *block + size);
    if (block) {
        block->older = older;
        block->size = size;
        block->used = 0;
    }
    return block;
}

static void *take(struct larder_reply_arena *arena, size_t count) {
    if (count > (size_t)1 << 40) return NULL;
    size_t rounded = (count + 15) & ~(size_t)15;
    struct block *block = arena->newest;
    if (block->size - block->used < rounded) {
        size_t size = block->size * 2 > rounded ? block->size * 2 : rounded;
        block = new_block(size, block);
        if (!block) return NULL;
        arena->newest = block;
    }
    void *memory = block->bytes + block->used;
    block->used += rounded;
    return memory;
}

static redisReply *new_reply(const redisReadTask *task) {
    redisReply *reply = take(task->privdata, sizeof *reply);
    if (!reply) return NULL;
    memset(reply, 0, sizeof *reply);
    reply->type = task->type;
    return reply;
}

// hiredis passes the parent on, and leaves it to these functions to put an element into its array.
static void *placed(const redisReadTask *task, redisReply *reply) {
    if (task->parent) ((redisReply *)task->parent->obj)->element[task->idx] = reply;
    return reply;
}

static void *create_string(const redisReadTask *task, char *text, size_t size) {
    // Statuses and errors were cut at their line end; behind a bulk string the reader has two bytes more.
    if (task->type == REDIS_REPLY_STRING && (text[size] != '\r' || text[size + 1] != '\n')) {
        ((larder_reply_arena *)task->privdata)->is_damaged = true;
        return NULL;
    }
    redisReply *reply = new_reply(task);
    if (!reply || !(reply->str = take(task->privdata, size + 1))) return NULL;
    memcpy(reply->str, text, size);
    reply->str[size] = 0;
    reply->len = size;
    return placed(task, reply);
}

static void *create_array(const redisReadTask *task, int count) {
    redisReply *reply = new_reply(task);
    if (!reply) return NULL;
    if (count > 0 && !(reply->element = take(task->privdata, (size_t)count * sizeof *reply->element))) return NULL;
    reply->elements = (size_t)(count > 0 ? count : 0);
    return placed(task, reply);
}

static void *create_integer(const redisReadTask *task, long long value) {
    redisReply *reply = new_reply(task);
    if (!reply) return NULL;
    reply->integer = value;
    return placed(task, reply);
}

static void *create_nil(const redisReadTask *task) {
    redisReply *reply = new_reply(task);
    if (!reply) return NULL;
    // The task's type is that of the string or array that is absent.
    reply->type = REDIS_REPLY_NIL;
    return placed(task, reply);
}

static void free_nothing(void *reply) {
    (void)reply;  // the arena has the memory
}

static redisReplyObjectFunctions functions = {
    create_string, create_array, create_integer, create_nil, free_nothing,
};

larder_reply_arena *larder_reply_arena_create(void) {
    larder_reply_arena *arena = malloc(sizeof *arena);
    if (!arena) return NULL;
    arena->is_damaged = false;
    arena->newest = new_block(FIRST_BLOCK, NULL);
    if (arena->newest) return arena;
    free(arena);
    return NULL;
}

void larder_reply_arena_free(larder_reply_arena *arena) {
    for (struct block *block = arena->newest; block;) {
        struct block *older = block->older;
        free(block);
        block = older;
    }
    free(arena);
}

void larder_reply_arena_reset(larder_reply_arena *arena) {
    struct block *kept = arena->newest;
    // The newest is the largest; one that is too large to keep makes room for the first.
    while (kept->older && kept->size > KEPT_BLOCK) {
        struct block *older = kept->older;
        free(kept);
        kept = older;
    }
    for (struct block *block = kept->older; block;) {
        struct block *older = block->older;
        free(block);
        block = older;
    }
    kept->older = NULL;
    kept->used = 0;
    arena->newest = kept;
}

bool larder_reply_arena_is_damaged(const larder_reply_arena *arena) {
    return arena->is_damaged;
}

redisReader *larder_reply_reader_create(larder_reply_arena *arena) {
    redisReader *reader = redisReaderCreateWithFunctions(&functions);
    if (reader) reader->privdata = arena;
    return reader;
}
