import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import RedisConnector

extension RedisTrials {
    /// A cluster that changes while more than 100,000 rows are written and read.
    @Suite(.serialized) struct RedisFailoverTests {
        private static let batches = 100_000 / ClusterLoad.batchSize

        @Test(
            "a master is killed and comes back, slots move: every acknowledged row is there and newest, reads go on")
        func failover() async throws {
            let fixture = try await RedisClusterFixture.started()
            let load = try ClusterLoad(on: fixture)
            async let running: Void = load.run()
            let failover = try await Self.disturb(fixture.cluster, fixture, load)
            await load.progress.wait(untilBatches: Self.batches)
            load.progress.end()
            try await running
            try await load.expectEverything()
            let counts = load.counts
            print(
                "failover: \(load.progress.batches * ClusterLoad.batchSize) rows written; the cluster's own failover took",
                "\(failover), the longest read outage \(load.longestOutage); MOVED \(counts.moved), ASK \(counts.asked);",
                counts)
            #expect(load.progress.batches >= Self.batches)
            #expect(counts.lostNodes > 0)
            #expect(counts.moved > 0)
            #expect(counts.asked > 0)
            #expect(load.longestOutage <= failover + .seconds(1))
            await load.close()
        }

        /// Between two changes rows are written and read; answers with how long the cluster took for its failover.
        private static func disturb(
            _ cluster: RedisCluster, _ fixture: RedisClusterFixture, _ load: ClusterLoad
        ) async throws -> Duration {
            await load.progress.wait(forBatches: batches / 5)
            let lost = try await RedisClusterFixture.aside { try cluster.masters()[0] }
            let failover = try await RedisClusterFixture.aside { try cluster.failOver(lost) }
            await load.progress.wait(forBatches: batches / 10)
            // Empty, and as a replica of its successor.
            try await RedisClusterFixture.aside {
                try cluster.restart(lost)
                try cluster.waitUntilWell()
            }
            await load.progress.wait(forBatches: batches / 10)
            try await move(fixture, load)
            // It has its rows again: it takes its place back, and answers for them from now on.
            try await RedisClusterFixture.aside { try cluster.promote(lost) }
            await load.progress.wait(forBatches: batches / 10)
            return failover
        }

        /// Moves slots in the middle of their keys, and others with all of them.
        private static func move(_ fixture: RedisClusterFixture, _ load: ClusterLoad) async throws {
            let cluster = fixture.cluster
            let masters = try await RedisClusterFixture.aside { try cluster.masters() }
            let places = Array(Int64(9_000_000)..<9_001_000)
            let here = try fixture.places(places, heldBy: masters[0]).prefix(20)
            let (early, late) = (Array(here.prefix(10)), Array(here.suffix(10)))
            try await load.write(early)
            let slots = Set(here.map(RedisClusterFixture.slot))
            try await RedisClusterFixture.aside {
                for slot in slots { try cluster.openSlot(slot, from: masters[0], to: masters[1]) }
            }
            // The old holder has the early ones, and says ASK for the late ones.
            try await load.write(early + late)
            await load.progress.wait(forBatches: batches / 20)
            try await RedisClusterFixture.aside {
                for slot in slots { try cluster.closeSlot(slot, from: masters[0], to: masters[1]) }
            }
            try await load.write(early + late)
            try await RedisClusterFixture.aside { try cluster.reshard(300, from: masters[2], to: masters[0]) }
        }
    }
}
