import Testing

@testable import RedisConnector

@Suite struct ReplyReaderTests {
    /// Replies of every kind, and what they are, spelt out.
    static let stream = Array(
        "+OK\r\n-ERR no\r\n:-42\r\n$-1\r\n$5\r\na\r\nbc\r\n*3\r\n$1\r\nx\r\n$-1\r\n*1\r\n:7\r\n*0\r\n".utf8)
    static let told = ["+OK", "-ERR no", ":-42", "nil", "$a\r\nbc", "[$x,nil,[:7]]", "[]"]

    private static func told(_ reply: ReplyView) -> String {
        switch reply.content {
        case .status(let bytes): "+" + String(decoding: bytes, as: UTF8.self)
        case .error(let bytes): "-" + String(decoding: bytes, as: UTF8.self)
        case .integer(let number): ":\(number)"
        case .null: "nil"
        case .bulk(let bytes): "$" + String(decoding: bytes, as: UTF8.self)
        case .array(let elements): "[" + elements.map(told).joined(separator: ",") + "]"
        }
    }

    @Test("replies come whole, in pieces of whatever size the bytes arrive", arguments: 1...70)
    func fragments(_ size: Int) throws {
        let reader = try ReplyReader()
        var told: [String] = []
        for start in stride(from: 0, to: Self.stream.count, by: size) {
            let piece = Self.stream[start..<min(start + size, Self.stream.count)]
            try piece.withUnsafeBytes { try reader.feed($0) }
            while try reader.next({ told.append(Self.told($0)) }) {}
        }
        #expect(told == Self.told)
    }

    @Test(
        "a bulk string that does not end where its length says is refused, at whatever place the bytes are cut",
        arguments: [
            "$4\r\nabcde\r\n", "$6\r\nabcde\r\n+", "*2\r\n$3\r\nabcd\r\n$1\r\nx\r\n", "$0\r\n*0\r\n", "$1\r\nx\r+",
        ])
    func wrongLength(_ text: String) throws {
        let bytes = Array(text.utf8)
        for cut in 0..<bytes.count {
            let reader = try ReplyReader()
            #expect(throws: RedisFault.protocolViolation) {
                for piece in [bytes[..<cut], bytes[cut...]] {
                    try piece.withUnsafeBytes { try reader.feed($0) }
                    _ = try reader.next { _ in }
                }
            }
        }
    }

    @Test("a reader is empty between replies, not within one")
    func emptiness() throws {
        let reader = try ReplyReader()
        #expect(reader.isEmpty)
        for (text, isEmpty) in [("*2\r\n:1\r\n", false), (":2\r\n", true), ("+OK\r\n+", false), ("OK\r\n", true)] {
            try Array(text.utf8).withUnsafeBytes { try reader.feed($0) }
            _ = try reader.next { _ in }
            #expect(reader.isEmpty == isEmpty, "\(text)")
        }
    }

    @Test(
        "bytes that are no replies are refused",
        arguments: ["hello\r\n", "$x\r\n", "*-5\r\n", ":12a\r\n", "\u{0}", "*99999999999\r\n"])
    func nonsense(_ text: String) throws {
        let reader = try ReplyReader()
        #expect(throws: RedisFault.protocolViolation) {
            try Array(text.utf8).withUnsafeBytes { try reader.feed($0) }
            _ = try reader.next { _ in }
        }
    }

    @Test("long replies and short ones lie in memory that is used again, each as it came")
    func sizes() throws {
        let reader = try ReplyReader()
        for size in [1, 100_000, 5, 3_000_000, 70_000, 2] {
            let text = String(repeating: "ab", count: size / 2 + 1)
            let value = "$\(text.utf8.count)\r\n\(text)\r\n"
            let bytes = Array("*3\r\n\(value)$-1\r\n\(value)".utf8)
            for start in stride(from: 0, to: bytes.count, by: 60_000) {
                try bytes[start..<min(start + 60_000, bytes.count)].withUnsafeBytes { try reader.feed($0) }
            }
            var told = ""
            #expect(try reader.hasNext())
            #expect(try reader.next { told = Self.told($0) })
            #expect(told == "[$\(text),nil,$\(text)]")
            #expect(try !reader.hasNext())
        }
    }
}
