import FaultKit
import StorageAPI
import StorageContract
import Testing

@testable import RedisConnector

@Suite struct RedisContractTests {
    static let clauses = StorageContract.clauses(for: RedisConnector.card.capabilities)

    @Test("Redis keeps the contract", arguments: clauses)
    func keeps(_ clause: Clause) async throws {
        let outcome = await clause.verify(with: try RedisHarness())
        #expect(outcome == .passed)
    }

    @Test("Redis with TLS, an ACL user and a client certificate keeps the contract", arguments: clauses)
    func keepsEncrypted(_ clause: Clause) async throws {
        let authority = try MissingBackend.orSkip { try TestAuthority() }
        let outcome = await clause.verify(with: try RedisHarness(signedBy: authority))
        #expect(outcome == .passed)
    }
}
