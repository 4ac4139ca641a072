import FaultKit
import FeatureModel
import Foundation
import StorageAPI
import StorageContract
import Testing

@testable import RedisConnector

/// Clusters whose servers encrypt.
@Suite(.serialized) struct RedisClusterTLSTests {
    @Test("A Redis Cluster with TLS, an ACL user and a client certificate keeps the contract")
    func keepsContract() async throws {
        let authority = try MissingBackend.orSkip { try TestAuthority() }
        let harness = try RedisClusterHarness(signedBy: authority)
        for clause in StorageContract.clauses(for: RedisClusterConnector.card.capabilities) {
            let outcome = await clause.verify(with: harness)
            #expect(outcome == .passed, "\(clause)")
        }
    }

    @Test("a lost master is waited for, and replicas are asked, by TLS as in the clear")
    func failover() async throws {
        let fixture = try RedisClusterTLSFixture(replicasPerMaster: 1)
        let sink = try fixture.clear.sink(fixture.trust)
        let places: Range<Int64> = 0..<100
        #expect(try await sink.write(RedisClusterFixture.batch(places, value: 1)).accepted == 100)
        fixture.cluster.kill(try fixture.cluster.masters()[0])
        #expect(try await sink.write(RedisClusterFixture.batch(places, value: 2)).accepted == 100)
        #expect(sink.counts.lostNodes + sink.counts.refused > 0)
        await sink.close()
        let retriever = try fixture.clear.retriever(fixture.trust.merging(["read_from": "replica"]) { $1 })
        let values = try await RedisClusterFixture.values(places, retriever)
        #expect(!values.contains(nil))
        await retriever.close()
    }

    @Test("every server's certificate must hold its own host, or tls_server_name")
    func names() async throws {
        let fixture = try RedisClusterTLSFixture(names: ["DNS:redis.example"])
        let (other, waits) = try await fixture.refusal()
        #expect(other?.code == .misconfigured && waits == 0)
        #expect(other?.message.contains("not for 127.0.0.1") == true)
        #expect(try await fixture.refusal(["tls_server_name": "redis.example"]).0 == nil)
    }

    @Test("servers that the cluster names by host are verified by that host", .timeLimit(.minutes(1)))
    func hostsOfTheCluster() async throws {
        let fixture = try RedisClusterTLSFixture(names: ["DNS:localhost"])
        let cluster = fixture.cluster
        for index in cluster.ports.indices {
            try cluster.ask(index, "CONFIG", "SET", "cluster-announce-hostname", "localhost")
            try cluster.ask(index, "CONFIG", "SET", "cluster-preferred-endpoint-type", "hostname")
        }
        // Servers hear of each other's hosts a moment later.
        try await RedisClusterFixture.aside {
            while try cluster.ask(0, "CLUSTER", "SHARDS").components(separatedBy: "endpoint\nlocalhost").count < 4 {}
        }
        let place = RedisClusterFixture.place("localhost:\(cluster.ports[0])", fixture.trust)
        let retriever = RedisClusterOnlineRetriever(connections: try RedisClusterConnector.connections(place))
        #expect(try await RedisClusterTLSFixture.refusal(retriever).0 == nil)
    }

    @Test("what waiting does not mend is told at once: an authority that is not trusted, TLS on one side only")
    func faults() async throws {
        let fixture = try RedisClusterTLSFixture()
        let stranger = try TestAuthority()
        let (untrusted, waits) = try await fixture.refusal(["tls_ca_file": stranger.certificate])
        #expect(untrusted?.code == .misconfigured && untrusted?.recovery == .permanent && waits == 0)
        #expect(untrusted?.message.contains("authority that is not trusted") == true)
        let clear = try await RedisClusterTLSFixture.refusal(fixture.clear.retriever())
        #expect(clear.0?.code == .unavailable && clear.1 == 0)
        #expect(clear.0?.message.contains("check that tls is set as the server needs it") == true)
        let open = try RedisClusterFixture()
        let mute = try await RedisClusterTLSFixture.refusal(
            open.retriever(["tls": "true", "connect_timeout_ms": "100"]))
        #expect(mute.0?.code == .unavailable && mute.1 == 0)
        #expect(mute.0?.message.contains("TLS handshake") == true)
    }

    @Test("a certificate that stops being trusted ends a call at once, even by a plug that knows the cluster")
    func laterFault() async throws {
        let fixture = try RedisClusterTLSFixture()
        let folder = try TemporaryFolder()
        let authorities = try folder.write(try fixture.authorityText(), to: "ca.pem")
        let retriever = try fixture.clear.retriever(fixture.trust.merging(["tls_ca_file": authorities]) { $1 })
        // One key has one connection made; the other servers have none yet.
        #expect(try await retriever.read(RedisFixture.request([1])) == [nil])
        try folder.write(try RedisClusterTLSFixture.text(of: TestAuthority()), to: "ca.pem")
        let error = await #expect(throws: StoreError.self) {
            try await retriever.read(RedisFixture.request(Array(0..<100)))
        }
        #expect(error?.code == .misconfigured)
        #expect(retriever.counts.waits == 0)
        try folder.write(try fixture.authorityText(), to: "ca.pem")
        #expect(try await retriever.read(RedisFixture.request(Array(0..<100))).count == 100)
        await retriever.close()
    }

    @Test("a server that is lost while hands are shaken may come back; a wrong certificate stays wrong")
    func faultsThatPass() {
        #expect(RedisFault.tls(.hungUp).mayPass && RedisFault.timedOut(.shakingHands).mayPass)
        #expect(!RedisFault.tls(.untrusted).mayPass && !RedisFault.tls(.certificateDemanded).mayPass)
        #expect(!RedisFault.tls(.notSpoken).mayPass)
        #expect(!RedisFault.secretFile(.empty(.passwordFile, path: "/p")).mayPass)
    }
}
