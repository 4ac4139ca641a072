import ConnectorCatalog
import StorageAPI
import Testing

/// What a card's check finds in settings each of which fits.
@Suite("Settings that need each other")
struct SettingsTogetherTests {
    /// A type, settings, and the one at fault.
    struct Example: Sendable, CustomTestStringConvertible {
        let type: String
        let config: [String: String]
        let key: String

        init(_ type: String, _ config: [String: String], _ key: String) {
            self.type = type
            self.config = config
            self.key = key
        }

        var testDescription: String { "\(type) \(config)" }
    }

    static let examples = [
        Example("REDIS", ["tls_ca_file": "ca.pem"], "tls_ca_file"),
        Example("REDIS", ["tls": "true", "tls_cert_file": "me.pem"], "tls_key_file"),
        Example("REDIS", ["tls": "true", "tls_key_file": "me.key"], "tls_cert_file"),
        Example("REDIS", ["ttl_seconds": "60", "ttl_from_max_age": "true"], "ttl_seconds"),
        Example("REDIS", ["ttl_seconds": "60", "newest_wins": "false"], "newest_wins"),
        Example("REDIS", ["password": "hunter2", "password_file": "p"], "password_file"),
        Example("REDIS", ["host": ""], "host"),
        Example("REDIS_CLUSTER", ["connection_string": "a:b"], "connection_string"),
        Example(
            "REDIS_CLUSTER", ["connection_string": "a", "password": "hunter2", "password_file": "p"], "password_file"),
        Example(
            "REDIS_CLUSTER", ["connection_string": "a", "ttl_from_max_age": "true", "newest_wins": "false"],
            "newest_wins"),
        Example("REDIS_CLUSTER", ["connection_string": "a", "tls_ca_file": "ca.pem"], "tls_ca_file"),
        Example("REDIS_CLUSTER", ["connection_string": "a,.", "tls": "true"], "connection_string"),
        Example("REDIS_CLUSTER", ["connection_string": "a", "tls": "true", "tls_cert_file": "c"], "tls_key_file"),
        Example("KAFKA", ["bootstrap_servers": "k", "sasl_username": "u"], "sasl_username"),
        Example("KAFKA", ["bootstrap_servers": "k", "security_protocol": "sasl_ssl"], "sasl_mechanism"),
        Example("KAFKA", ["bootstrap_servers": "k", "ssl_ca_location": "ca.pem"], "ssl_ca_location"),
        Example(
            "KAFKA", ["bootstrap_servers": "k", "security_protocol": "ssl", "ssl_key_location": "k"],
            "ssl_certificate_location"),
        Example("KAFKA", ["bootstrap_servers": ""], "bootstrap_servers"),
    ]

    private func card(_ type: String) throws -> ConnectorCard {
        try #require(ConnectorCatalog.builtIn.first { $0.type == type })
    }

    @Test("are judged by the check, which names the one at fault", arguments: examples)
    func faults(_ example: Example) throws {
        #expect(try card(example.type).check(example.config).map(\.key) == [example.key])
    }

    @Test("are no fault where all of them are there, whether the files are or not")
    func complete() throws {
        let encrypted = [
            "tls": "true", "tls_ca_file": "no/such.pem", "tls_cert_file": "no/such.pem", "tls_key_file": "no/such.key",
            "ttl_seconds": "60",
        ]
        #expect(try card("REDIS").check(encrypted).isEmpty)
        let user = [
            "bootstrap_servers": "k:9092", "security_protocol": "sasl_ssl", "sasl_mechanism": "PLAIN",
            "sasl_username": "u", "sasl_password": "p",
        ]
        #expect(try card("KAFKA").check(user).isEmpty)
        #expect(try card("REDIS_CLUSTER").check(["connection_string": "a:7000,[::1]:7001"]).isEmpty)
    }

    @Test("are judged only once each of them fits")
    func singlesFirst() throws {
        let faults = try card("REDIS").check(["tls_ca_file": "ca.pem", "port": "x", "hsot": "h"])
        #expect(faults.map(\.key) == ["hsot", "port"])
    }

    @Test("show no secret in their fault")
    func secrets() throws {
        for config in [
            ["tls_key_password": "hunter2"], ["tls": "true", "tls_key_password": "hunter2"],
            ["password": "hunter2", "password_file": "p"],
        ] {
            let faults = try card("REDIS").check(config)
            #expect(faults.count == 1 && !"\(faults)".contains("hunter2"))
        }
    }
}
