import CoreMetrics
import FaultKit
import Glibc
import MetricsExport
import Testing

@Suite("Prometheus endpoint", .timeLimit(.minutes(1)))
struct PrometheusEndpointTests {
    private func withEndpoint(
        _ host: String = "127.0.0.1", _ body: (PrometheusEndpoint, PrometheusExporter) async throws -> Void
    ) async throws {
        let exporter = PrometheusExporter()
        let endpoint = try await PrometheusEndpoint.open(at: ListenAddress(host: host, port: 0), exporter)
        try await body(endpoint, exporter)
        await endpoint.close()
    }

    private func status(_ answer: String) -> String { String(answer.prefix { $0 != "\r\n" }) }

    @Test("GET /metrics answers with what there is by then, in the text format", arguments: ["127.0.0.1", "localhost"])
    func metrics(host: String) async throws {
        try await withEndpoint(host) { endpoint, exporter in
            let counter = Counter(label: "a_total", factory: exporter)
            for count in 1...2 {
                counter.increment()
                let answer = try await PlainHTTP.answer(to: "GET", "/metrics", port: endpoint.address.port)
                #expect(status(answer) == "HTTP/1.1 200 OK")
                #expect(answer.contains("Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"))
                #expect(answer.hasSuffix("\r\n\r\n# HELP a_total a_total\n# TYPE a_total counter\na_total \(count)\n"))
            }
        }
    }

    @Test("there is nothing elsewhere", arguments: ["/", "/metrics/x", "/favicon.ico", "/../metrics2"])
    func elsewhere(path: String) async throws {
        try await withEndpoint { endpoint, _ in
            let answer = try await PlainHTTP.answer(to: "GET", path, port: endpoint.address.port)
            #expect(status(answer) == "HTTP/1.1 404 Not Found")
        }
    }

    @Test("metrics are read only", arguments: ["POST", "PUT", "DELETE", "OPTIONS"])
    func otherMethods(method: String) async throws {
        try await withEndpoint { endpoint, _ in
            let answer = try await PlainHTTP.answer(to: method, "/metrics", port: endpoint.address.port)
            #expect(status(answer) == "HTTP/1.1 405 Method Not Allowed")
            #expect(answer.contains("Allow: GET\r\n"))
        }
    }

    @Test("a port that is taken is not had, and is free again after closing")
    func portInUse() async throws {
        try await withEndpoint { endpoint, exporter in
            let failure = await #expect(throws: NetworkFailure.self) {
                try await PrometheusEndpoint.open(at: endpoint.address, exporter)
            }
            #expect(failure?.isAddressInUse == true)
            await endpoint.close()
            let again = try await PrometheusEndpoint.open(at: endpoint.address, exporter)
            await again.close()
        }
    }

    @Test("a client that says nothing, or half of something, holds up neither answers nor the end")
    func silentClients() async throws {
        try await withEndpoint { endpoint, _ in
            let silent = try LoopbackPort.connect(to: endpoint.address.port)
            defer { close(silent) }
            let halting = try LoopbackPort.connect(to: endpoint.address.port)
            defer { close(halting) }
            #expect(send(halting, "GET /met", 8, Int32(MSG_NOSIGNAL)) == 8)
            let answer = try await PlainHTTP.answer(to: "GET", "/metrics", port: endpoint.address.port)
            #expect(status(answer) == "HTTP/1.1 200 OK")
            await endpoint.close()
        }
    }

    @Test("a name that leads nowhere is said")
    func unknownHost() async {
        let failure = await #expect(throws: NetworkFailure.self) {
            try await PrometheusEndpoint.open(
                at: ListenAddress(host: "no.such.host.invalid", port: 0), PrometheusExporter())
        }
        #expect(failure?.description.hasPrefix("cannot find no.such.host.invalid") == true)
    }
}
