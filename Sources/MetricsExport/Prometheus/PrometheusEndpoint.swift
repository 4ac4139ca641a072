import Dispatch
import FlyingFox
import FlyingSocks
import Foundation

/// Answers `GET /metrics` over HTTP with what an exporter has.
public final class PrometheusEndpoint: Sendable {
    /// Where it listens, with the port that the system chose.
    public let address: ListenAddress

    private let server: HTTPServer
    private let serving: Task<Void, Never>

    /// Begins to listen.
    ///
    /// - Throws: when the name is not known here or the port not to be had.
    public static func open(
        at address: ListenAddress, _ exporter: PrometheusExporter
    ) async throws(NetworkFailure) -> PrometheusEndpoint {
        let server = server(at: try await lookedUp(address))
        await server.appendRoute("*") { request in answer(to: request, exporter) }
        return try await begin(server, at: address)
    }

    private init(_ server: HTTPServer, _ serving: Task<Void, Never>, at address: ListenAddress) {
        self.server = server
        self.serving = serving
        self.address = address
    }

    /// Listens no more; answers that are on their way are cut off.
    public func close() async {
        await server.stop(timeout: 0)
        serving.cancel()
        await serving.value
    }

    private static func lookedUp(_ address: ListenAddress) async throws(NetworkFailure) -> ResolvedAddress {
        let result = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    returning: Result { () throws(NetworkFailure) in
                        try ResolvedAddress.lookUp(address.host, port: address.port, isDatagram: false)
                    })
            }
        }
        return try result.get()
    }

    private static func server(at address: ResolvedAddress) -> HTTPServer {
        // The default logger writes to standard output, which is data.
        switch address {
        case .ipv4(let address): HTTPServer(address: address, logger: .disabled)
        case .ipv6(let address): HTTPServer(address: address, logger: .disabled)
        }
    }

    private static func begin(
        _ server: HTTPServer, at address: ListenAddress
    ) async throws(NetworkFailure) -> PrometheusEndpoint {
        let (failures, failed) = AsyncStream<NetworkFailure>.makeStream()
        let serving = Task {
            do { try await server.run() } catch { failed.yield(Self.failure(error, at: address)) }
            failed.finish()
        }
        let failure = await withTaskGroup(of: NetworkFailure?.self) { group in
            group.addTask { await failures.first { _ in true } }
            group.addTask {
                try? await server.waitUntilListening(timeout: 600)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        if let failure { throw failure }
        let port = await server.listeningAddress?.port ?? address.port
        return PrometheusEndpoint(server, serving, at: ListenAddress(host: address.host, port: port))
    }

    private static func failure(_ error: any Error, at address: ListenAddress) -> NetworkFailure {
        guard case SocketError.failed(_, let code, _) = error else {
            return NetworkFailure("cannot listen on \(address): \(error)")
        }
        return NetworkFailure("listen on \(address)", code)
    }

    private static func answer(to request: HTTPRequest, _ exporter: PrometheusExporter) -> HTTPResponse {
        guard request.path == "/metrics" else { return plain(.notFound, "There are metrics at /metrics only.\n") }
        guard request.method == .GET else {
            return plain(.methodNotAllowed, "Metrics can be read only.\n", [HTTPHeader("Allow"): "GET"])
        }
        return HTTPResponse(
            statusCode: .ok, headers: [.contentType: PrometheusText.contentType], body: Data(exporter.text.utf8))
    }

    private static func plain(
        _ status: HTTPStatusCode, _ text: String, _ headers: HTTPHeaders = [:]
    ) -> HTTPResponse {
        var headers = headers
        headers[.contentType] = "text/plain; charset=utf-8"
        return HTTPResponse(statusCode: status, headers: headers, body: Data(text.utf8))
    }
}

extension Socket.Address {
    fileprivate var port: Int? {
        switch self {
        case .ip4(_, let port), .ip6(_, let port): Int(port)
        case .unix: nil
        }
    }
}
