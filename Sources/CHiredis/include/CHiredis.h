#ifndef LARDER_CHIREDIS_H
#define LARDER_CHIREDIS_H

// Of hiredis only the reply reader is used; the socket is our own.
#include <hiredis/hiredis.h>
#include <stdbool.h>

/// Opens a stream socket that does not block, is not inherited by child processes and sends without delay.
/// Returns the descriptor, or -1 with errno set.
int larder_stream_socket(int family);

/// Opens a descriptor that becomes readable once `larder_event_raise` was called. Returns it, or -1 with errno set.
int larder_event_open(void);

/// Makes the descriptor readable, for good.
void larder_event_raise(int descriptor);

/// Memory for the replies of one reader: one after the other from the same block, instead of two allocations per value.
typedef struct larder_reply_arena larder_reply_arena;

/// Makes an arena, or returns NULL where there is no memory.
larder_reply_arena *larder_reply_arena_create(void);

/// Gives all of the memory back. The reader that uses it must be gone.
void larder_reply_arena_free(larder_reply_arena *arena);

/// Forgets all replies, so that their memory is used again. None may be looked at any more, nor be incomplete.
void larder_reply_arena_reset(larder_reply_arena *arena);

/// Makes a reader whose replies lie in an arena and must not be freed, or returns NULL where there is no memory.
///
/// It also looks at the end of every bulk string: hiredis steps over the two bytes there without reading them, so that a
/// length that was changed on its way would cut or stretch a value unnoticed. Where they are no line end the reader fails,
/// and the arena is damaged.
redisReader *larder_reply_reader_create(larder_reply_arena *arena);

/// True once a bulk string did not end where its length says.
bool larder_reply_arena_is_damaged(const larder_reply_arena *arena);

#endif
