import FaultKit
import Foundation
import StorageAPI

@testable import RedisConnector

/// A real cluster whose servers encrypt, and settings with which it is reached.
struct RedisClusterTLSFixture {
    let authority: TestAuthority
    /// The cluster, and plugs that do not encrypt unless they are told.
    let clear: RedisClusterFixture

    var cluster: RedisCluster { clear.cluster }

    /// What a plug must be told.
    var trust: [String: String] { ["tls": "true", "tls_ca_file": authority.certificate] }

    /// Starts a cluster, or skips the test where there is none to start.
    ///
    /// - Parameter names: whom the servers' certificate is for.
    init(names: [String] = ["IP:127.0.0.1"], replicasPerMaster: Int = 0) throws {
        let authority = try MissingBackend.orSkip { try TestAuthority() }
        let tls = RedisServerTLS(identity: try authority.issue(for: names), authority: authority)
        self.authority = authority
        clear = RedisClusterFixture(
            try MissingBackend.orSkip { try RedisCluster(replicasPerMaster: replicasPerMaster, tls: tls) })
    }

    /// What reading by TLS ends with, and how often it waited.
    func refusal(_ more: [String: String] = [:]) async throws -> (StoreError?, waits: Int) {
        try await Self.refusal(clear.retriever(trust.merging(more) { $1 }))
    }

    /// What reading ends with, and how often it waited.
    static func refusal(_ retriever: RedisClusterOnlineRetriever) async throws -> (StoreError?, waits: Int) {
        var refusal: StoreError?
        do throws(StoreError) {
            _ = try await retriever.read(RedisFixture.request(Array(0..<100)))
        } catch {
            refusal = error
        }
        let waits = retriever.counts.waits
        await retriever.close()
        return (refusal, waits)
    }

    func authorityText() throws -> String { try Self.text(of: authority) }

    static func text(of authority: TestAuthority) throws -> String {
        try String(contentsOfFile: authority.certificate, encoding: .utf8)
    }
}
