import CHiredis

/// Cuts a stream of bytes into replies, with hiredis' reader. Pure: it knows no socket, and the bytes may come in
/// pieces of any size.
///
/// Not `Sendable`: it belongs to one session.
final class ReplyReader {
    private let reader: UnsafeMutablePointer<redisReader>

    /// - Throws: `outOfMemory` where hiredis cannot allocate.
    init() throws(RedisFault) {
        guard let created = redisReaderCreate() else { throw .outOfMemory }
        reader = created
        // hiredis gives its memory back after every answer above 16 KiB otherwise, and asks for it again.
        reader.pointee.maxbuf = 1 << 20
    }

    deinit {
        redisReaderFree(reader)
    }

    /// Takes the next bytes of the stream.
    func feed(_ bytes: UnsafeRawBufferPointer) throws(RedisFault) {
        guard redisReaderFeed(reader, bytes.baseAddress, bytes.count) == REDIS_OK else { throw fault }
    }

    /// Hands the next whole reply to `body`.
    ///
    /// - Returns: false when more bytes are needed.
    /// - Throws: `protocolViolation` where the bytes are no replies; the reader is useless then.
    func next(_ body: (ReplyView) -> Void) throws(RedisFault) -> Bool {
        var raw: UnsafeMutableRawPointer?
        guard redisReaderGetReply(reader, &raw) == REDIS_OK else { throw fault }
        guard let raw else { return false }
        defer { freeReplyObject(raw) }
        body(ReplyView(pointer: raw.assumingMemoryBound(to: redisReply.self)))
        return true
    }

    private var fault: RedisFault { reader.pointee.err == REDIS_ERR_OOM ? .outOfMemory : .protocolViolation }
}
