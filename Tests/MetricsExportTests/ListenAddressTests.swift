import MetricsExport
import Testing

@Suite("Listen address")
struct ListenAddressTests {
    @Test(
        "host and port",
        arguments: [
            ("127.0.0.1:9464", "127.0.0.1", 9_464), ("localhost:0", "localhost", 0), ("[::1]:65535", "::1", 65_535),
        ])
    func good(text: String, host: String, port: Int) {
        let address = ListenAddress(text)
        #expect(address == ListenAddress(host: host, port: port))
        #expect(address?.description == text)
    }

    @Test(
        "anything else is none",
        arguments: [
            "", "9464", ":9464", "host", "host:", "host:x", "host:-1", "host:+1", "host:65536", "::1:80", "[]:80",
            "a b:80",
            "http://host:80", "host:80/metrics", "host:99999999999999999999",
        ])
    func bad(text: String) {
        #expect(ListenAddress(text) == nil)
    }
}
