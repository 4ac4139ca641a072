import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import RedisConnector

/// A network that fails, and a server that is well.
@Suite struct RedisFaultTests {
    private static let answer = [
        OnlineRow(eventTimestamp: Timestamp(seconds: 10), createdTimestamp: nil, values: [.int64(5)])
    ]

    @Test("a disturbed answer is an error, never a wrong value, and the next one is right again")
    func disturbedAnswers() async throws {
        try await DisturbedAnswers.expectHealing(
            of: RedisFixture(settings: ["read_timeout_ms": "60000"]),
            from: [
                (.cut, .unavailable), (.truncate(to: 7), .unavailable), (.truncate(to: 0), .unavailable),
                (.corrupt(at: 0), .unexpected), (.corrupt(at: 5), .unexpected),
            ])
    }

    @Test("an answer that never arrives is a timeout")
    func lostAnswer() async throws {
        let fixture = try RedisFixture()
        let proxy = try FaultyProxy(to: fixture.server.port)
        proxy.disturb([.swallow])
        let retriever = try await fixture.retriever(["port": "\(proxy.port)", "read_timeout_ms": "50"])
        let error = await #expect(throws: StoreError.self) { try await retriever.read(RedisFixture.request([1])) }
        #expect(error?.code == .timedOut)
        await retriever.close()
    }

    @Test("a write whose answer is lost is written again without harm")
    func lostWriteAnswer() async throws {
        let fixture = try RedisFixture()
        let proxy = try FaultyProxy(to: fixture.server.port)
        let patience = ["read_timeout_ms": "30000", "write_timeout_ms": "30000", "connect_timeout_ms": "30000"]
        let sink = try await fixture.sink(patience.merging(["port": "\(proxy.port)"]) { _, new in new })
        let rows = (0..<500).map { RedisFixture.row($0, visits: 5, at: Timestamp(seconds: 10)) }
        try await sink.prepareWrite(RedisFixture.places)
        proxy.disturb([.cut])
        let error = await #expect(throws: StoreError.self) { try await sink.write(RedisFixture.batch(rows)) }
        #expect(error?.code == .unavailable)
        #expect(try await sink.write(RedisFixture.batch(rows)) == WriteResult(accepted: 500))
        let retriever = try await fixture.retriever()
        #expect(try await retriever.read(RedisFixture.request([1])) == Self.answer)
        await sink.close()
        await retriever.close()
    }
}
