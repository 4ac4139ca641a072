import CHiredis
import Glibc
import Testing

@testable import RedisConnector

@Suite struct SocketTransportTests {
    /// Two ends of a connection.
    private func pair() throws -> (transport: SocketTransport, other: Int32) {
        var ends: [Int32] = [-1, -1]
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        try #require(socketpair(AF_UNIX, type, 0, &ends) == 0)
        return (SocketTransport(descriptor: ends[0]), ends[1])
    }

    @Test("a wait that is interrupted is given up, whatever came meanwhile")
    func interrupted() throws {
        let (transport, other) = try pair()
        defer { close(other) }
        let interruption = Interruption()
        #expect(!interruption.isRaised)
        interruption.raise()
        #expect(interruption.isRaised)
        #expect(write(other, "x", 1) == 1)
        #expect(throws: RedisFault.cancelled) {
            try transport.wait(for: .readable, until: Deadline(after: .seconds(60)), interruption: interruption)
        }
    }

    @Test("a descriptor that is readable though nobody asked to stop gives up no call")
    func disturbed() throws {
        let (transport, other) = try pair()
        defer { close(other) }
        let interruption = Interruption()
        larder_event_raise(interruption.descriptor)
        #expect(
            try !transport.wait(for: .readable, until: Deadline(after: .milliseconds(1)), interruption: interruption))
        #expect(write(other, "x", 1) == 1)
        #expect(try transport.wait(for: .readable, until: Deadline(after: .seconds(60)), interruption: interruption))
    }
}
