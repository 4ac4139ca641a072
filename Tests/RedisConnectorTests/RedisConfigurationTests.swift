import FeatureModel
import RowCoding
import StorageAPI
import Testing

@testable import RedisConnector

@Suite struct RedisConfigurationTests {
    private func configuration(_ config: [String: String]) throws -> RedisConfiguration {
        try RedisConfiguration(
            ConnectorCard.Place(
                store: "online", config: RedisConnector.card.withDefaults(config), directory: "/workspace"))
    }

    @Test("without settings it is the local server's first database, once")
    func defaults() throws {
        let configuration = try configuration([:])
        #expect(configuration.endpoint == "localhost:6379/0")
        #expect(configuration.credentials == nil)
        #expect(configuration.timeouts.connect == .seconds(2))
        #expect(configuration.writing.encoding == .v1)
        #expect(RedisConnector.card.retryPolicy([:]) == .none)
    }

    @Test("the card has exactly the documented settings, and two secrets")
    func settings() {
        #expect(
            RedisConnector.card.settings.map(\.key) == [
                "host", "port", "username", "password", "password_file", "database", "tls", "tls_ca_file",
                "tls_cert_file",
                "tls_key_file", "tls_key_password", "tls_key_password_file", "tls_server_name", "connect_timeout_ms",
                "read_timeout_ms",
                "write_timeout_ms", "initial_backoff_ms", "max_retries", "circuit_failures", "circuit_rest_ms",
                "encoding", "newest_wins", "ttl_seconds",
                "ttl_from_max_age",
            ])
        #expect(RedisConnector.card.settings.filter(\.isSecret).map(\.key) == ["password", "tls_key_password"])
    }

    @Test("rows stay, unless they expire after a time or with their maximum age, not both, and not without the guard")
    func expiry() throws {
        #expect(try configuration([:]).writing.expiry == .never && configuration([:]).writing.guardsNewest)
        #expect(try configuration(["ttl_seconds": "60"]).writing.expiry == .afterWriting(60))
        #expect(try configuration(["ttl_from_max_age": "true"]).writing.expiry == .withMaxAge)
        #expect(try !configuration(["newest_wins": "false"]).writing.guardsNewest)
        let both = ["ttl_seconds": "60", "ttl_from_max_age": "true"]
        let unguarded = ["ttl_seconds": "60", "newest_wins": "false"]
        #expect(throws: SettingFault.self) { try configuration(both) }
        #expect(throws: SettingFault.self) { try configuration(unguarded) }
    }

    @Test("Feast's retry settings are read by Feast's rules")
    func retries() {
        let policy = RedisConnector.card.retryPolicy(["initial_backoff_ms": "-3", "max_retries": "4"])
        #expect(policy == RetryPolicy(maxRetries: 4, initialBackoff: .milliseconds(1)))
        #expect(RedisConnector.card.retryPolicy(["max_retries": "-1"]).maxRetries == 0)
        #expect(RedisConnector.card.check(["initial_backoff_ms": "-3"]).isEmpty)
    }

    @Test("an IPv6 address is taken with and without brackets", arguments: ["::1", "[::1]"])
    func addresses(_ host: String) throws {
        let configuration = try configuration(["host": host])
        #expect(configuration.host == "::1")
        #expect(configuration.endpoint == "[::1]:6379/0")
    }

    @Test(
        "a setting that cannot work is named",
        arguments: [
            ("port", "0"), ("port", "x"), ("database", "-1"), ("read_timeout_ms", "0"), ("encoding", "v3"),
            ("host", ""),
        ])
    func faults(_ key: String, _ text: String) async throws {
        #expect(throws: SettingFault.self) { try configuration([key: text]) }
        let place = ConnectorCard.Place(
            store: "online", config: RedisConnector.card.withDefaults([key: text]), directory: "/")
        let error = await #expect(throws: StoreError.self) { try await RedisConnector.card.probe(place) }
        #expect(error?.code == .misconfigured)
        #expect(error?.message.contains(key) == true)
    }

    @Test("files of TLS are relative to the workspace, and the name to check is the host's")
    func tls() throws {
        #expect(try configuration([:]).tls == nil)
        let plain = try #require(try configuration(["tls": "true", "host": "[::1]"]).tls)
        #expect(plain.authorities == nil)
        #expect(plain.identity == nil)
        #expect(plain.name(of: "::1") == "::1")
        let full = try #require(
            try configuration([
                "tls": "true", "host": "redis.example.", "tls_ca_file": "ca.pem", "tls_cert_file": "/etc/me.pem",
                "tls_key_file": "keys/me.key",
            ]).tls)
        #expect(full.authorities == "/workspace/ca.pem")
        #expect(full.identity?.certificate == "/etc/me.pem")
        #expect(full.identity?.key == "/workspace/keys/me.key")
        #expect(full.name(of: "redis.example.") == "redis.example")
        #expect(try configuration(["tls": "true", "tls_server_name": "[::2]"]).tls?.name(of: "a") == "::2")
    }

    @Test(
        "a setting of TLS that would be passed over in silence, or lacks its companion, is named",
        arguments: [
            (["tls_ca_file": "ca.pem"], "tls_ca_file"), (["tls_server_name": "a", "tls": "false"], "tls_server_name"),
            (["tls_key_password": "hunter2"], "tls_key_password"), (["tls": "yes"], "tls"),
            (["tls": "true", "tls_cert_file": "me.pem"], "tls_key_file"),
            (["tls": "true", "tls_key_file": "me.key"], "tls_cert_file"),
            (["tls": "true", "tls_key_password": "hunter2"], "tls_key_file"),
            (["tls": "true", "tls_server_name": "."], "tls_server_name"),
            (["tls": "true", "tls_server_name": "a\0b"], "tls_server_name"), (["tls": "true", "host": "."], "host"),
            (["tls_key_password_file": "p"], "tls_key_password_file"),
            (["tls": "true", "tls_key_password_file": "p"], "tls_key_file"),
            (
                [
                    "tls": "true", "tls_cert_file": "a", "tls_key_file": "b", "tls_key_password": "hunter2",
                    "tls_key_password_file": "p",
                ], "tls_key_password_file"
            ),
        ])
    func faultsOfTLS(_ config: [String: String], _ key: String) throws {
        let fault = #expect(throws: SettingFault.self) { try configuration(config) }
        #expect(fault?.key == key)
        #expect(fault?.message.contains("hunter2") == false)
    }

    @Test("no description or dump of a configuration shows its password")
    func secret() throws {
        let configuration = try configuration([
            "password": "hunter2", "username": "feast", "tls": "true", "tls_cert_file": "a", "tls_key_file": "b",
            "tls_key_password": "hunter2",
        ])
        var dumped = ""
        dump(configuration, to: &dumped)
        #expect(!dumped.contains("hunter2"))
        #expect(!"\(configuration)".contains("hunter2"))
        #expect(try configuration.credentials?.password.read().revealed == "hunter2")
    }
}
