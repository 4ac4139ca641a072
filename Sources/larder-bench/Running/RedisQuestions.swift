/// Asks a Redis server about itself.
final class RedisQuestions {
    private let socket: LoopbackSocket
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    init(port: UInt16) throws {
        socket = try LoopbackSocket(port: port)
    }

    /// How many keys the first database has.
    func keys() throws -> Int {
        let answer = try ask("DBSIZE")
        guard answer.hasPrefix(":"), let count = Int(answer.dropFirst().prefix(while: \.isNumber)) else {
            throw BenchFailure("Redis does not say how many keys it has")
        }
        return count
    }

    /// How many connections the server has, this one included.
    func connections() throws -> Int {
        let answer = try ask("INFO clients")
        guard let line = answer.split(whereSeparator: \.isNewline).first(where: { $0.hasPrefix("connected_clients:") }),
            let count = Int(line.dropFirst("connected_clients:".count))
        else { throw BenchFailure("Redis does not say who is connected") }
        return count
    }

    /// An inline request, whose short answer comes in one piece.
    private func ask(_ request: String) throws -> String {
        try socket.send(Array("\(request)\r\n".utf8))
        let count = try socket.receive(into: &buffer, at: 0)
        return String(decoding: buffer[..<count], as: UTF8.self)
    }
}
