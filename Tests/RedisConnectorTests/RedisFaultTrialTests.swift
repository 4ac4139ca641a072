import FaultKit
import StorageAPI
import Testing

@testable import RedisConnector

extension RedisTrials {
    /// Ten thousand faults: no crash, no hang beyond the time limits, no wrong value.
    @Suite(.serialized) struct RedisFaultTrialTests {
        private static let count = 10_000
        private static let perMille: [FaultyProxy.FaultKind: Int] = [
            .cut: 150, .truncate: 150, .corrupt: 200, .swallow: 20, .delay: 100,
        ]

        @Test("ten thousand faults, in the clear: whatever of the protocol's own bytes is changed")
        func plain() async throws {
            let trial = try FaultTrial(RedisFixture(), perMille: Self.perMille, corruptible: ReplyFraming.places)
            try await expectTruth(of: trial, "in the clear")
        }

        @Test("ten thousand faults, encrypted: whichever byte is changed")
        func encrypted() async throws {
            let fixture = try RedisTLSFixture()
            // Fewer: a call has the answers of a handshake to come through before its own.
            let trial = try FaultTrial(fixture.redis, perMille: Self.perMille.mapValues { $0 * 3 / 4 })
            try await expectTruth(of: trial, "encrypted")
        }

        private func expectTruth(of trial: FaultTrial, _ name: String) async throws {
            let start = ContinuousClock.now
            let tally = try await trial.run(untilFaults: Self.count)
            print("fault trial, \(name), in \(ContinuousClock.now - start): \(tally)")
            #expect(tally.complaints == [])
            #expect(tally.faults.values.reduce(0, +) >= Self.count)
            for kind in FaultyProxy.FaultKind.allCases { #expect(tally.faults[kind, default: 0] > 0, "\(kind)") }
            #expect(tally.answered > 0)
            // The network is at fault, never what is stored.
            #expect(tally.errors[.corrupted] == nil)
            #expect(tally.longest < FaultTrial.longestCall)
        }
    }
}
