import CHiredis

/// A reply of the server, looked at in hiredis' memory; not to be kept beyond the closure that was given it.
struct ReplyView {
    /// What a reply can be (RESP 2).
    enum Content {
        case status(UnsafeRawBufferPointer)
        case error(UnsafeRawBufferPointer)
        case integer(Int64)
        case null
        case bulk(UnsafeRawBufferPointer)
        case array(Elements)
    }

    /// The elements of an array reply.
    struct Elements: RandomAccessCollection {
        fileprivate let pointers: UnsafeBufferPointer<UnsafeMutablePointer<redisReply>?>

        var startIndex: Int { 0 }
        var endIndex: Int { pointers.count }

        subscript(position: Int) -> ReplyView { ReplyView(pointer: pointers[position]) }
    }

    private let pointer: UnsafeMutablePointer<redisReply>?

    init(pointer: UnsafeMutablePointer<redisReply>?) {
        self.pointer = pointer
    }

    /// The reply itself. A type that hiredis 0.14 does not make reads as null.
    var content: Content {
        guard let reply = pointer?.pointee else { return .null }
        switch reply.type {
        case REDIS_REPLY_STRING: return .bulk(Self.bytes(of: reply))
        case REDIS_REPLY_STATUS: return .status(Self.bytes(of: reply))
        case REDIS_REPLY_ERROR: return .error(Self.bytes(of: reply))
        case REDIS_REPLY_INTEGER: return .integer(reply.integer)
        case REDIS_REPLY_ARRAY:
            return .array(Elements(pointers: UnsafeBufferPointer(start: reply.element, count: reply.elements)))
        default: return .null
        }
    }

    /// What the server refused, where the reply is a refusal.
    var refusal: ServerRefusal? {
        guard case .error(let text) = content else { return nil }
        return ServerRefusal(serverText: text)
    }

    /// The number of an integer reply; nil for anything else.
    var integer: Int64? {
        if case .integer(let number) = content { number } else { nil }
    }

    /// The bytes of a bulk or status reply as text; nil for anything else.
    var text: String? {
        switch content {
        case .bulk(let bytes), .status(let bytes): String(decoding: bytes, as: UTF8.self)
        case .error, .integer, .null, .array: nil
        }
    }

    private static func bytes(of reply: redisReply) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: reply.str, count: reply.len)
    }
}
