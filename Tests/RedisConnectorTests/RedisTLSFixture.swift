import FaultKit
import StorageAPI
import Testing

@testable import RedisConnector

/// A real server that encrypts, and settings with which it is reached.
struct RedisTLSFixture {
    let authority: TestAuthority
    /// Nil where the server demands no certificate of clients.
    let client: TestCertificate?
    let redis: RedisFixture

    /// Starts a server, or skips the test where there is none to start.
    ///
    /// - Parameters:
    ///   - names: whom the server's certificate is for.
    ///   - isExpired: whether the time of that certificate is over.
    ///   - demandsCertificate: whether clients need a certificate.
    init(
        names: [String] = ["IP:127.0.0.1", "DNS:localhost"], isExpired: Bool = false, demandsCertificate: Bool = false,
        password: String? = nil, arguments: [String] = [], settings: [String: String] = [:]
    ) throws {
        authority = try MissingBackend.orSkip { try TestAuthority() }
        client = demandsCertificate ? try authority.issue() : nil
        let tls = RedisServerTLS(
            identity: try authority.issue(for: names, isExpired: isExpired), authority: authority, client: client)
        let trust = ["tls": "true", "tls_ca_file": authority.certificate]
        redis = try RedisFixture(
            password: password, arguments: arguments, settings: trust.merging(settings) { $1 }, tls: tls)
    }

    /// What asking the server ends with.
    func refusal(_ settings: [String: String] = [:]) async throws -> StoreError? {
        try await redis.refusal(settings)
    }

    /// Connects without a session.
    func connect(_ settings: [String: String] = [:]) throws -> any Transport {
        try TransportDialer.connect(to: RedisConfiguration(redis.place(settings)), interruption: nil)
    }
}

extension RedisFixture {
    /// What asking the server ends with; nil where it answers.
    func refusal(_ settings: [String: String] = [:]) async throws -> StoreError? {
        let retriever = try await retriever(settings)
        var refusal: StoreError?
        do throws(StoreError) {
            _ = try await retriever.read(RedisFixture.request([1]))
        } catch {
            refusal = error
        }
        await retriever.close()
        return refusal
    }
}
