import StorageAPI
import Testing

@testable import RedisConnector

@Suite struct ClusterSeedsTests {
    @Test("names, IPv4 and IPv6 addresses are read, with spaces and without ports")
    func readable() throws {
        let seeds = try ClusterSeeds.read(" redis-1.example:7000 , 10.0.0.2,[::1]:7002,[fe80::2] , 10.0.0.2:6379")
        #expect(
            seeds == [
                ClusterNode(host: "redis-1.example", port: 7000), ClusterNode(host: "10.0.0.2", port: 6379),
                ClusterNode(host: "::1", port: 7002), ClusterNode(host: "fe80::2", port: 6379),
            ])
        #expect(seeds.map(\.description).last == "[fe80::2]:6379")
    }

    @Test(
        "what cannot be read is said",
        arguments: [
            ("", "empty"), ("a:1,,b:2", "empty"), ("a:x", "no port"), ("a:0", "no port"), ("a:65536", "no port"),
            (":1", "no host"), ("::1:7000", "brackets"), ("[::1", "closing bracket"), ("[::1]7000", "host:port"),
        ])
    func unreadable(_ text: String, _ said: String) {
        let fault = #expect(throws: SettingFault.self) { try ClusterSeeds.read(text) }
        #expect(fault?.key == "connection_string")
        #expect(fault?.message.contains(said) == true)
    }

    @Test("the settings have Feast's names, and are read with defaults")
    func settings() throws {
        let card = RedisClusterConnector.card
        #expect(
            card.settings.map(\.key) == [
                "connection_string", "username", "password", "password_file", "tls", "tls_ca_file", "tls_cert_file",
                "tls_key_file", "tls_key_password", "tls_key_password_file", "tls_server_name", "connect_timeout_ms",
                "read_timeout_ms",
                "write_timeout_ms",
                "cluster_timeout_ms", "initial_backoff_ms", "max_retries", "circuit_failures", "circuit_rest_ms",
                "read_from", "encoding", "newest_wins",
                "ttl_seconds",
                "ttl_from_max_age",
            ])
        #expect(card.settings.filter(\.isSecret).map(\.key) == ["password", "tls_key_password"])
        let configuration = try RedisClusterConfiguration(RedisClusterFixture.place("a:1"))
        #expect(configuration.endpoint == "a:1")
        #expect(configuration.clusterTimeout == .seconds(15))
        #expect(!configuration.readsReplicas)
        #expect(configuration.credentials == nil)
    }

    @Test(
        "settings that cannot work are named",
        arguments: [("cluster_timeout_ms", "0"), ("read_from", "x"), ("encoding", "v3")])
    func faults(_ key: String, _ text: String) {
        let place = RedisClusterFixture.place("a:1", [key: text])
        let fault = #expect(throws: SettingFault.self) { try RedisClusterConfiguration(place) }
        #expect(fault?.key == key)
    }
}
