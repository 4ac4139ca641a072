import FaultKit
import StorageAPI
import Testing

@testable import RedisConnector

@Suite struct KeySamplingTests {
    /// A server whose `SCAN` never ends, and whose user leaves after some pages.
    private final class EndlessScan: Transport {
        private let pages: Int
        private let interruption: Interruption
        private(set) var scans = 0
        private var unanswered = 0
        private var hasLeft = false

        init(leavingAfter pages: Int, _ interruption: Interruption) {
            self.pages = pages
            self.interruption = interruption
        }

        func send(_ bytes: UnsafeRawBufferPointer) throws(RedisFault) -> Int {
            scans += 1
            unanswered += 1
            return bytes.count
        }

        func receive(into bytes: UnsafeMutableRawBufferPointer) throws(RedisFault) -> Int {
            guard unanswered > 0 else { return 0 }
            unanswered -= 1
            let page = "*2\r\n$1\r\n7\r\n*0\r\n"
            bytes.copyBytes(from: page.utf8)
            if scans == pages {
                interruption.raise()
                hasLeft = true
            }
            return page.utf8.count
        }

        func wait(
            for interests: TransportInterests, until deadline: Deadline, interruption: Interruption?
        ) throws(RedisFault) -> Bool {
            if hasLeft, interruption === self.interruption { throw .cancelled }
            return true
        }

        var isQuiet: Bool { true }
        func close() {}
    }

    @Test("a cancelled task gets no further than the step it is at")
    func cancelled() throws {
        let interruption = Interruption()
        let server = EndlessScan(leavingAfter: 2, interruption)
        let session = try RedisSession(transport: server, readTimeout: .seconds(60), writeTimeout: .seconds(60))
        session.interruption = interruption
        let sampling = KeySampling(session: session, deadline: Deadline(after: .seconds(60)))
        #expect(throws: RedisFault.cancelled) { try sampling.sample(total: 1_000_000) }
        // The third was on its way when it was noticed.
        #expect(server.scans == 3)
    }

    @Test("when the time is up, no further step begins; the first is always made", arguments: [(0, 1), (60, 4)])
    func deadline(_ seconds: Int, _ steps: Int) throws {
        let server = EndlessScan(leavingAfter: 100, Interruption())
        let session = try RedisSession(transport: server, readTimeout: .seconds(60), writeTimeout: .seconds(60))
        _ = try KeySampling(session: session, deadline: Deadline(after: .seconds(seconds))).sample(total: 1_000_000)
        #expect(server.scans == steps)
    }

    @Test("a probe that is cancelled while a server hangs ends, however patient it is", .timeLimit(.minutes(1)))
    func cancelledProbe() async throws {
        let fixture = try RedisFixture(settings: ["read_timeout_ms": "3600000"])
        fixture.server.freeze()
        let place = fixture.place()
        let probing = Task { try await RedisConnector.card.probe(place) }
        probing.cancel()
        let error = await #expect(throws: StoreError.self) { try await probing.value }
        #expect(error?.code == .cancelled)
        fixture.server.thaw()
    }
}
