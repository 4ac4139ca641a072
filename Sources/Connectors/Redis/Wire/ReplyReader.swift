import CHiredis

/// Cuts a stream of bytes into replies, with hiredis' reader. Pure: it knows no socket, and the bytes may come in
/// pieces of any size.
///
/// Not `Sendable`: it belongs to one session.
final class ReplyReader {
    private let arena: OpaquePointer
    private let reader: UnsafeMutablePointer<redisReader>
    /// A reply that was found and not handed out; it lies in the arena.
    private var found: UnsafeMutableRawPointer?

    /// - Throws: `outOfMemory` where hiredis cannot allocate.
    init() throws(RedisFault) {
        guard let arena = larder_reply_arena_create() else { throw .outOfMemory }
        guard let created = larder_reply_reader_create(arena) else {
            larder_reply_arena_free(arena)
            throw .outOfMemory
        }
        self.arena = arena
        reader = created
        // hiredis gives its memory back after every answer above 16 KiB otherwise, and asks for it again.
        reader.pointee.maxbuf = 1 << 20
    }

    deinit {
        redisReaderFree(reader)
        larder_reply_arena_free(arena)
    }

    /// True where no byte is left behind the last whole reply.
    var isEmpty: Bool { found == nil && reader.pointee.pos == reader.pointee.len && reader.pointee.ridx < 0 }

    /// Takes the next bytes of the stream.
    func feed(_ bytes: UnsafeRawBufferPointer) throws(RedisFault) {
        guard redisReaderFeed(reader, bytes.baseAddress, bytes.count) == REDIS_OK else { throw fault }
    }

    /// Hands the next whole reply to `body`.
    ///
    /// - Returns: false when more bytes are needed.
    /// - Throws: `protocolViolation` where the bytes are no replies; the reader is useless then.
    func next(_ body: (ReplyView) -> Void) throws(RedisFault) -> Bool {
        guard try hasNext(), let raw = found else { return false }
        defer {
            found = nil
            larder_reply_arena_reset(arena)
        }
        body(ReplyView(pointer: raw.assumingMemoryBound(to: redisReply.self)))
        return true
    }

    /// True where the next reply is there as a whole.
    ///
    /// - Throws: as ``next(_:)``.
    func hasNext() throws(RedisFault) -> Bool {
        if found != nil { return true }
        guard redisReaderGetReply(reader, &found) == REDIS_OK else { throw fault }
        return found != nil
    }

    private var fault: RedisFault {
        let isMemoryShort = reader.pointee.err == REDIS_ERR_OOM && !larder_reply_arena_is_damaged(arena)
        return isMemoryShort ? .outOfMemory : .protocolViolation
    }
}
