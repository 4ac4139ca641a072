import FaultKit
import FeatureModel
import StorageAPI
import Testing

@testable import RedisConnector

/// Passwords that are in files, against a real server.
@Suite struct PasswordFileTests {
    /// A server with an ACL user whose password is in a file.
    private struct Fixture {
        let redis: RedisFixture
        let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
            redis = try RedisFixture(
                password: "of-the-default-user",
                settings: ["username": "feast", "password_file": folder.path("password")])
            try setPassword("hunter2")
        }

        func setPassword(_ password: String) throws {
            try redis.server.cli(["ACL", "SETUSER", "feast", "on", "resetpass", ">\(password)", "~*", "+@all"])
        }

        func write(_ content: String) throws {
            try folder.write(content, to: "password")
        }
    }

    @Test("a rotated password is taken with the next connection, by a plug that stays open")
    func rotation() async throws {
        let fixture = try Fixture()
        try fixture.write("hunter2\n")
        let retriever = try await fixture.redis.retriever()
        let request = RedisFixture.request([1])
        #expect(try await retriever.read(request) == [nil])
        try fixture.setPassword("hunter3")
        #expect(try await retriever.read(request) == [nil], "who is connected stays so")
        try fixture.redis.server.cli(["CLIENT", "KILL", "USER", "feast"])
        let error = await #expect(throws: StoreError.self) { try await retriever.read(request) }
        #expect(error?.code == .denied)
        #expect(error.map { "\($0)" }?.contains("hunter2") == false)
        try fixture.write("hunter3\n")
        #expect(try await retriever.read(request) == [nil])
        await retriever.close()
    }

    @Test("a relative path means relative to the workspace")
    func relative() async throws {
        let fixture = try Fixture()
        try fixture.write("hunter2")
        let absolute = fixture.redis.place(["password_file": "password"])
        let place = ConnectorCard.Place(store: "online", config: absolute.config, directory: fixture.folder.path)
        #expect(try await RedisConnector.card.probe(place).version != nil)
    }

    @Test(
        "a file that cannot be used is told with its setting, and what is in it is not",
        arguments: [(nil, "cannot be read"), ("", "is empty"), ("hunter2\0", "is no text in UTF-8")])
    func unusable(_ content: String?, _ words: String) async throws {
        let fixture = try Fixture()
        if let content { try fixture.write(content) }
        let error = try #require(try await fixture.redis.refusal())
        #expect(error.code == .misconfigured && error.recovery == .permanent)
        #expect(error.message.contains("password_file") && error.message.contains(words), "\(error)")
        #expect(!"\(error)".contains("hunter2"))
    }

    @Test("the password of a key of TLS may be in a file, too, and is read again with every connection")
    func keyPassword() async throws {
        let fixture = try RedisTLSFixture(demandsCertificate: true)
        let client = try #require(fixture.client)
        let locked = try fixture.authority.locked(client, password: "hunter2")
        let folder = try TemporaryFolder()
        let settings = [
            "tls_cert_file": locked.certificate, "tls_key_file": locked.key,
            "tls_key_password_file": try folder.write("hunter3\n", to: "password"),
        ]
        let wrong = try await fixture.refusal(settings)
        #expect(wrong?.message.contains("does not open the key of tls_key_file") == true)
        try folder.write("hunter2\n", to: "password")
        #expect(try await fixture.refusal(settings) == nil)
        try folder.write("\n", to: "password")
        let empty = try await fixture.refusal(settings)
        #expect(empty?.message.contains("the file of tls_key_password_file is empty") == true)
    }
}
