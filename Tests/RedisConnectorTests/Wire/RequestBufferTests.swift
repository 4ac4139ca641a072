import Testing

@testable import RedisConnector

@Suite struct RequestBufferTests {
    @Test("a request is an array of counted strings")
    func request() {
        var buffer = RequestBuffer()
        buffer.request("SET", "a\r\nb", "")
        #expect(String(decoding: buffer.unsent, as: UTF8.self) == "*3\r\n$3\r\nSET\r\n$4\r\na\r\nb\r\n$0\r\n\r\n")
    }

    @Test("bytes and numbers of any size are arguments", arguments: [0, 9, 10, 123_456, -1, Int64.min, Int64.max])
    func numbers(_ number: Int64) {
        var buffer = RequestBuffer()
        buffer.request(argumentCount: 12)
        buffer.argument(number)
        buffer.argument([0, 255, 13, 10])
        let digits = "\(number)"
        let expected = Array("*12\r\n$\(digits.count)\r\n\(digits)\r\n$4\r\n".utf8) + [0, 255, 13, 10, 13, 10]
        #expect([UInt8](buffer.unsent) == expected)
    }

    @Test("what was sent in pieces is let go when all of it went")
    func sending() {
        var buffer = RequestBuffer()
        buffer.request("PING")
        let count = buffer.unsentCount
        buffer.didSend(3)
        #expect(buffer.unsentCount == count - 3)
        buffer.request("PING")
        #expect(buffer.unsentCount == 2 * count - 3)
        buffer.didSend(2 * count - 3)
        #expect(buffer.unsent.isEmpty)
        #expect(buffer.sentCount == 0)
    }

    @Test("an argument may be written in its place, however large, and what stood before is still there")
    func inPlace() {
        var buffer = RequestBuffer(capacity: 10)
        buffer.request(argumentCount: 2)
        buffer.argument("first")
        buffer.argument(size: 10_000) { memory in
            for index in memory.indices { memory[index] = UInt8(truncatingIfNeeded: index) }
        }
        let expected = Array("*2\r\n$5\r\nfirst\r\n$10000\r\n".utf8) + (0..<10_000).map { UInt8($0 & 255) } + [13, 10]
        #expect([UInt8](buffer.unsent) == expected)
    }
}
