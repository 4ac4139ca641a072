import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import RedisConnector

/// Answers that a proxy disturbs on their way.
enum DisturbedAnswers {
    /// Demands of each fault that it is a passing error, never a wrong value, and that the next answer is right again.
    static func expectHealing(
        of fixture: RedisFixture, from faults: [(FaultyProxy.Fault, StoreError.Code)]
    ) async throws {
        let direct = try await fixture.sink()
        _ = try await direct.write(
            RedisFixture.batch([RedisFixture.row(1, visits: 5, at: Timestamp(seconds: 10))]))
        let answer = [
            OnlineRow(eventTimestamp: Timestamp(seconds: 10), createdTimestamp: nil, values: [.int64(5)]) as OnlineRow?
        ]
        let proxy = try FaultyProxy(to: fixture.server.port)
        let retriever = try await fixture.retriever(["port": "\(proxy.port)"])
        for (fault, code) in faults {
            #expect(try await retriever.read(RedisFixture.request([1])) == answer)
            proxy.disturb([fault])
            let error = await #expect(throws: StoreError.self) { try await retriever.read(RedisFixture.request([1])) }
            #expect(error?.code == code, "\(fault)")
            #expect(error?.recovery == .transient, "\(fault)")
        }
        #expect(try await retriever.read(RedisFixture.request([1])) == answer)
        #expect(proxy.pendingFaults == 0)
        await retriever.close()
        await direct.close()
    }
}
