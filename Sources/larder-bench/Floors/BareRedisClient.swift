/// The bare pipelined client: requests that were written down before, all sent at once, replies read and not looked at.
final class BareRedisClient {
    private static let keysPerRequest = 100
    private static let end = Array("+PONG\r\n".utf8)

    private let socket: LoopbackSocket
    private var buffer = [UInt8](repeating: 0, count: 1 << 20)

    init(port: UInt16) throws {
        socket = try LoopbackSocket(port: port)
    }

    /// `MGET`s of a hundred keys, and a `PING` whose answer ends the replies.
    static func request(_ keys: [[UInt8]]) -> [UInt8] {
        var request: [UInt8] = []
        for start in stride(from: 0, to: keys.count, by: keysPerRequest) {
            let part = keys[start..<min(start + keysPerRequest, keys.count)]
            request += "*\(part.count + 1)\r\n$4\r\nMGET\r\n".utf8
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
