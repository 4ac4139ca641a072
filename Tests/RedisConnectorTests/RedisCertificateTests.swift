import Dispatch
import FaultKit
import Glibc
import StorageAPI
import Testing

@testable import RedisConnector

/// Certificates, keys and servers that do not fit: each has its error, and none connects.
@Suite struct RedisCertificateTests {
    private func expect(
        _ error: StoreError?, _ code: StoreError.Code, _ words: String...,
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(error?.code == code, sourceLocation: location)
        #expect(error?.recovery == .permanent, sourceLocation: location)
        for word in words {
            #expect(error?.message.contains(word) == true, "\(String(describing: error))", sourceLocation: location)
        }
    }

    @Test("a certificate that fits is taken, by name and by address")
    func fits() async throws {
        let fixture = try RedisTLSFixture()
        #expect(try await fixture.refusal() == nil)
        #expect(try await fixture.refusal(["host": "localhost"]) == nil)
    }

    @Test("an authority that is not trusted is refused: another one of the same name, and the system's")
    func untrusted() async throws {
        let fixture = try RedisTLSFixture()
        let other = try TestAuthority()
        expect(
            try await fixture.refusal(["tls_ca_file": other.certificate]), .misconfigured, "not trusted", "tls_ca_file")
        expect(try await fixture.refusal(["tls_ca_file": ""]), .misconfigured, "not trusted", "tls_ca_file")
    }

    @Test("a certificate whose time is over is refused")
    func expired() async throws {
        expect(try await RedisTLSFixture(isExpired: true).refusal(), .misconfigured, "expired")
    }

    @Test("a certificate of another host is refused, by name and by address, until its name is asked for")
    func otherHost() async throws {
        let fixture = try RedisTLSFixture(names: ["DNS:redis.example"])
        expect(try await fixture.refusal(), .misconfigured, "not for 127.0.0.1", "tls_server_name")
        expect(try await fixture.refusal(["host": "localhost"]), .misconfigured, "not for localhost")
        expect(try await fixture.refusal(["tls_server_name": "other.example"]), .misconfigured, "other.example")
        #expect(try await fixture.refusal(["tls_server_name": "redis.example"]) == nil)
    }

    @Test(
        "a server that demands a certificate says so, with either version of TLS",
        arguments: [("TLSv1.3", "demands a client certificate"), ("TLSv1.2", "refused the TLS handshake")])
    func demanded(_ version: String, _ words: String) async throws {
        let fixture = try RedisTLSFixture(demandsCertificate: true, arguments: ["--tls-protocols", version])
        let client = try #require(fixture.client)
        expect(try await fixture.refusal(), .denied, words, "tls_cert_file")
        #expect(
            try await fixture.refusal(["tls_cert_file": client.certificate, "tls_key_file": client.key]) == nil)
        let stranger = try TestAuthority().issue()
        expect(
            try await fixture.refusal(["tls_cert_file": stranger.certificate, "tls_key_file": stranger.key]), .denied,
            "refused the client certificate")
        let late = try fixture.authority.issue(isExpired: true)
        expect(
            try await fixture.refusal(["tls_cert_file": late.certificate, "tls_key_file": late.key]), .denied,
            "refused the client certificate")
    }

    @Test("a key must be the certificate's, and an encrypted one needs its password, which no error shows")
    func keys() async throws {
        let fixture = try RedisTLSFixture(demandsCertificate: true)
        let client = try #require(fixture.client)
        let locked = try fixture.authority.locked(client, password: "hunter2")
        var settings = ["tls_cert_file": locked.certificate, "tls_key_file": locked.key]
        expect(try await fixture.refusal(settings), .misconfigured, "encrypted", "tls_key_password")
        settings["tls_key_password"] = "hunter3"
        let error = try await fixture.refusal(settings)
        expect(error, .misconfigured, "does not open the key of tls_key_file")
        #expect(error.map { "\($0)" }?.contains("hunter3") == false)
        settings["tls_key_password"] = "hunter2"
        #expect(try await fixture.refusal(settings) == nil)
        let other = try fixture.authority.issue()
        expect(
            try await fixture.refusal(["tls_cert_file": client.certificate, "tls_key_file": other.key]),
            .misconfigured, "not that of the certificate")
    }

    @Test("a file that is missing, is a folder or holds something else is named, with its setting")
    func files() async throws {
        let fixture = try RedisTLSFixture()
        let client = try fixture.authority.issue()
        let folder = try TemporaryFolder()
        let text = try folder.write("nothing of use\n", to: "text.pem")
        let identity = ["tls_cert_file": client.certificate, "tls_key_file": client.key]
        for setting in ["tls_ca_file", "tls_cert_file", "tls_key_file"] {
            for (path, reason) in [
                (folder.path("absent.pem"), "No such file"), (folder.path, "Is a directory"), (text, "PEM"),
            ] {
                let settings = identity.merging([setting: path]) { $1 }
                expect(try await fixture.refusal(settings), .misconfigured, "the file of \(setting)", path, reason)
            }
        }
    }

    @Test("a Redis that speaks no TLS never answers the handshake, and the error says what to check")
    func plain() async throws {
        let plain = try RedisFixture()
        let error = try await plain.refusal(["tls": "true", "connect_timeout_ms": "200"])
        #expect(error?.code == .timedOut)
        #expect(error?.message.contains("port speaks TLS") == true, "\(String(describing: error))")
    }

    @Test("what speaks, but no TLS, is told from it")
    func stranger() async throws {
        let (listener, port) = try LoopbackPort.listen()
        let greeter = DispatchGroup()
        DispatchQueue(label: "greeter").async(group: greeter) {
            let client = accept(listener, nil, nil)
            let greeting = Array("220 mail.example ESMTP\r\n".utf8)
            _ = write(client, greeting, greeting.count)
            // Closing with bytes unread would take the greeting back.
            var byte: UInt8 = 0
            while read(client, &byte, 1) > 0 {}
            close(client)
            close(listener)
        }
        let fixture = try RedisTLSFixture()
        expect(try await fixture.refusal(["port": "\(port)"]), .misconfigured, "does not speak TLS", "port")
        await withCheckedContinuation { ended in greeter.notify(queue: .global()) { ended.resume() } }
    }

    @Test("a server that speaks nothing but TLS turns away who does not, and the error names the setting")
    func encryptedOnly() async throws {
        let fixture = try RedisTLSFixture()
        let error = try await fixture.refusal(["tls": "false", "tls_ca_file": ""])
        #expect(error?.code == .unexpected || error?.code == .unavailable)
        #expect(error?.message.contains("tls") == true, "\(String(describing: error))")
    }
}
