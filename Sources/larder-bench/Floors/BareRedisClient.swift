/// The bare pipelined client: requests that were written down before, all sent at once, replies read and not looked at.
final class BareRedisClient {
    /// How a thousand keys are asked for.
    enum Style {
        /// One `GET` per key.
        case single
        /// `MGET`s of a hundred keys.
        case hundreds

        fileprivate var keysPerRequest: Int { self == .single ? 1 : 100 }
        fileprivate var command: String { self == .single ? "$3\r\nGET\r\n" : "$4\r\nMGET\r\n" }
    }

    private static let end = Array("+PONG\r\n".utf8)

    private let socket: LoopbackSocket
    private var buffer = [UInt8](repeating: 0, count: 1 << 20)

    init(port: UInt16) throws {
        socket = try LoopbackSocket(port: port)
    }

    /// Requests for all of the keys, and a `PING` whose answer ends the replies.
    static func request(_ keys: [[UInt8]], _ style: Style) -> [UInt8] {
        var request: [UInt8] = []
        for start in stride(from: 0, to: keys.count, by: style.keysPerRequest) {
            let part = keys[start..<min(start + style.keysPerRequest, keys.count)]
            request += "*\(part.count + 1)\r\n\(style.command)".utf8
            for key in part { request += Array("$\(key.count)\r\n".utf8) + key + Array("\r\n".utf8) }
        }
        return request + Array("*1\r\n$4\r\nPING\r\n".utf8)
    }

    /// - Returns: how many bytes came back.
    func ask(_ request: [UInt8]) throws -> Int {
        try socket.send(request)
        var filled = 0
        while true {
            if filled == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
            filled += try socket.receive(into: &buffer, at: filled)
            if filled >= Self.end.count, buffer[filled - Self.end.count..<filled].elementsEqual(Self.end) {
                return filled
            }
        }
    }
}
