import CHiredis

/// Cuts a stream of bytes into replies, with hiredis' reader. Pure: it knows no socket, and the bytes may come in
/// pieces of any size.
///
/// Not `Sendable`: it belongs to one session.
final class ReplyReader {
    private let reader: UnsafeMutablePointer<redisReader>
    /// Not 0 once a bulk string did not end where its length says.
    private let isDamaged: UnsafeMutablePointer<CInt>

    /// - Throws: `outOfMemory` where hiredis cannot allocate.
    init() throws(RedisFault) {
        let isDamaged = UnsafeMutablePointer<CInt>.allocate(capacity: 1)
        isDamaged.initialize(to: 0)
        guard let created = larder_reply_reader(isDamaged) else {
            isDamaged.deallocate()
            throw .outOfMemory
        }
        reader = created
        self.isDamaged = isDamaged
        // hiredis gives its memory back after every answer above 16 KiB otherwise, and asks for it again.
        reader.pointee.maxbuf = 1 << 20
    }

    deinit {
        redisReaderFree(reader)
        isDamaged.deallocate()
    }

    /// True where no byte is left behind the last whole reply.
    var isEmpty: Bool { reader.pointee.pos == reader.pointee.len && reader.pointee.ridx < 0 }

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

    private var fault: RedisFault {
        reader.pointee.err == REDIS_ERR_OOM && isDamaged.pointee == 0 ? .outOfMemory : .protocolViolation
    }
}
