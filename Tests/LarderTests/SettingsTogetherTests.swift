import FaultKit
import Testing

/// Settings each of which fits, and which cannot work together.
@Suite(.serialized) struct SettingsTogetherTests {
    private static func store(_ config: String) -> String {
        "project: p\nstores:\n  - name: online\n    type: REDIS\n    config:\n      host: localhost\n\(config)"
    }

    @Test(
        "config validate names file, line and column of the one at fault", .timeLimit(.minutes(1)),
        arguments: [
            ("      tls_ca_file: ca.pem\n", "7:7: online.config.tls_ca_file: "),
            ("      ttl_from_max_age: true\n      ttl_seconds: 60\n", "8:7: online.config.ttl_seconds: "),
            ("      ttl_seconds: 60\n      newest_wins: false\n", "8:7: online.config.newest_wins: "),
            // What is missing stands nowhere: the store does.
            ("      tls: true\n      tls_cert_file: me.pem\n", "3: online.config.tls_key_file: "),
        ])
    func place(_ config: String, _ place: String) async throws {
        try await WorkspaceOfTest.lend(configuration: Self.store(config)) { workspace in
            let result = try await workspace.run("config", "validate")
            #expect(result.code == 2)
            #expect(result.errors.contains("\(workspace.directory)/larder.yaml:\(place)"), "\(result.errors)")
            #expect(!workspace.has("workspace/state"), "nothing starts half-configured")
        }
    }

    @Test("the value of a variable is judged, not its name", .timeLimit(.minutes(1)))
    func variables() async throws {
        let config = "      tls: \"${LARDER_TLS}\"\n      tls_ca_file: \"${LARDER_CA}\"\n"
        try await WorkspaceOfTest.lend(configuration: Self.store(config)) { workspace in
            let words = ["config", "validate"]
            let good = try await workspace.run(words, variables: ["LARDER_TLS": "true", "LARDER_CA": "ca.pem"])
            #expect(good.code == 0, "\(good.errors)")
            let bad = try await workspace.run(words, variables: ["LARDER_TLS": "false", "LARDER_CA": "ca.pem"])
            #expect(bad.code == 2)
            #expect(bad.errors.contains("larder.yaml:8:7: online.config.tls_ca_file: "), "\(bad.errors)")
        }
    }

    @Test("stores apply refuses them, too, and keeps nothing", .timeLimit(.minutes(1)))
    func apply() async throws {
        try await WorkspaceOfTest.lend { workspace in
            let file = try workspace.write(
                "name: cache\ntype: REDIS_CLUSTER\nconfig:\n  connection_string: \"a:b\"\n", to: "cache.yaml")
            let result = try await workspace.run("stores", "apply", "-f", file, "--yes")
            #expect(result.code == 2)
            #expect(result.errors.contains("cache.yaml:4:3: cache.config.connection_string: "), "\(result.errors)")
            #expect(try await !workspace.run("stores", "list", "-o", "name").output.contains("cache"))
        }
    }

    @Test("the source is judged, too", .timeLimit(.minutes(1)))
    func source() async throws {
        let text = "source:\n  type: KAFKA\n  config:\n    bootstrap_servers: k:9092\n    sasl_username: u\n"
        try await WorkspaceOfTest.lend(configuration: text) { workspace in
            let result = try await workspace.run("config", "validate")
            #expect(result.code == 2)
            #expect(result.errors.contains("larder.yaml:5:5: source.config.sasl_username: "), "\(result.errors)")
        }
    }
}
