public import FeatureModel
public import MetricsExport
public import Operations

/// The metrics of a worker's process, answered over HTTP for as long as it runs.
public struct WorkerMetrics: Sendable {
    let exporter: PrometheusExporter
    private let endpoint: PrometheusEndpoint

    /// Where they are answered, with the port that the system chose.
    public var address: ListenAddress { endpoint.address }

    /// Begins to answer.
    ///
    /// - Parameters:
    ///   - address: where to listen.
    ///   - version: the program's.
    ///   - startedAt: when the process began.
    /// - Throws: `failed` when the address cannot be had.
    public static func open(
        at address: ListenAddress, version: String, startedAt: Timestamp
    ) async throws(OperationError) -> WorkerMetrics {
        let exporter = PrometheusExporter(describing: IngestionMetrics.descriptions)
        exporter.collect("process") { ProcessMetrics.families(version: version, startedAt: startedAt) }
        do throws(NetworkFailure) {
            return WorkerMetrics(exporter: exporter, endpoint: try await PrometheusEndpoint.open(at: address, exporter))
        } catch {
            throw OperationError(error, listeningOn: address)
        }
    }

    /// Answers no more.
    public func close() async { await endpoint.close() }
}

extension OperationError {
    fileprivate init(_ failure: NetworkFailure, listeningOn address: ListenAddress) {
        self.init(
            .failed, "metrics: \(failure)", target: address.description,
            hint: failure.isAddressInUse
                ? "another program listens there; choose another port" : "name an address of this machine")
    }
}
